package ai.chronom.m365.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A node of its own that seals again and again, with four threads at once. */
final class NonceChild {
  static final int NONCE_BYTES = 12;
  private static final int THREADS = 4;

  /** A byte of format, a byte and four of key id by Tink, then the nonce. */
  private static final int NONCE_AT = 6;

  private NonceChild() {}

  /**
   * @param arguments key file, number of seals, and the file for their nonces
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    KeySet keys = KeySet.ofClear(Files.readString(Path.of(arguments[0])));
    int seals = Integer.parseInt(arguments[1]);
    SecretSealer sealer = new SecretSealer(keys);
    SealContext context =
        new SealContext("tenant", "sealed_secret", "sealed", 1, keys.firstToSeal(), (short) 1);
    byte[] nonces = new byte[seals * NONCE_BYTES];
    AtomicInteger next = new AtomicInteger();
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int n = next.getAndIncrement(); n < seals; n = next.getAndIncrement()) {
                  byte[] sealed = sealer.seal(new byte[1], context);
                  System.arraycopy(sealed, NONCE_AT, nonces, n * NONCE_BYTES, NONCE_BYTES);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
      out.write(nonces);
    }
  }
}
