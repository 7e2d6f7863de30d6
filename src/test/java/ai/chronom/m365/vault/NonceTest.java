package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nonces of one key never repeat: a million of four threads and two starts of the vault. */
class NonceTest {
  private static final int SEALS = 1_000_000;
  private static final int STARTS = 2;
  private static final int THREADS = 4;

  /** A byte of format, a byte and four of key id by Tink, then the nonce. */
  private static final int NONCE_AT = 6;

  @Test
  void areAllDifferent() throws InterruptedException {
    KeySet keys = KeySet.fresh();
    SealContext context =
        new SealContext("tenant", "sealed_secret", "sealed", 1, keys.firstToSeal(), (short) 1);
    // All twelve bytes: eight of them here, four there, at the same place.
    long[] heads = new long[SEALS];
    int[] tails = new int[SEALS];
    AtomicInteger next = new AtomicInteger();
    for (int start = 1; start <= STARTS; start++) {
      SecretSealer sealer = new SecretSealer(KeySet.ofClear(keys.clear()));
      int end = SEALS / STARTS * start;
      Thread[] threads = new Thread[THREADS];
      for (int i = 0; i < THREADS; i++) {
        threads[i] =
            new Thread(
                () -> {
                  for (int n = next.getAndIncrement(); n < end; n = next.getAndIncrement()) {
                    ByteBuffer nonce = ByteBuffer.wrap(sealer.seal(new byte[1], context));
                    heads[n] = nonce.getLong(NONCE_AT);
                    tails[n] = nonce.getInt(NONCE_AT + Long.BYTES);
                  }
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      next.set(end);
    }
    assertThat(repeated(heads, tails)).isZero();
  }

  /** Pairs with the same first eight bytes are looked at in full; they are rare. */
  private static long repeated(long[] heads, int[] tails) {
    long[] sorted = heads.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToObj(i -> sorted[i])
        .filter(head -> tailsRepeat(head, heads, tails))
        .count();
  }

  private static boolean tailsRepeat(long head, long[] heads, int[] tails) {
    int[] found =
        IntStream.range(0, heads.length).filter(i -> heads[i] == head).map(i -> tails[i]).toArray();
    return Arrays.stream(found).distinct().count() < found.length;
  }
}
