package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * T-12: nonces of one key never repeat: a million of two JVMs at once with four threads each, and
 * again after both are started anew, as after a restore. Nothing but the key file is handed on:
 * there is no counter of nonces that a restored database could turn back.
 */
class NonceTest {
  private static final int SEALS_OF_A_CHILD = 250_000;
  private static final int ROUNDS = 2;
  private static final int CHILDREN = 2;

  @TempDir Path directory;

  @Test
  void areAllDifferent() throws Exception {
    Path keyFile = directory.resolve("keys.json");
    new KeyFile("A test's key file", keyFile).create(KeySet.fresh().clear());
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> children =
          Stream.of("a" + round, "b" + round).map(name -> child(keyFile, name)).toList();
      for (Process child : children) {
        assertThat(child.waitFor()).as(new String(child.getInputStream().readAllBytes())).isZero();
      }
    }
    ByteBuffer nonces = read();
    int seals = nonces.remaining() / NonceChild.NONCE_BYTES;
    assertThat(seals).isEqualTo(SEALS_OF_A_CHILD * CHILDREN * ROUNDS);
    long[] heads = new long[seals];
    int[] tails = new int[seals];
    for (int n = 0; n < seals; n++) {
      heads[n] = nonces.getLong();
      tails[n] = nonces.getInt();
    }
    assertThat(repeated(heads, tails)).isZero();
  }

  private Process child(Path keyFile, String name) {
    try {
      return new ProcessBuilder(
              System.getProperty("java.home") + "/bin/java",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              NonceChild.class.getName(),
              keyFile.toString(),
              String.valueOf(SEALS_OF_A_CHILD),
              directory.resolve("nonces-" + name).toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ByteBuffer read() throws IOException {
    ByteBuffer all =
        ByteBuffer.allocate(SEALS_OF_A_CHILD * CHILDREN * ROUNDS * NonceChild.NONCE_BYTES);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().contains("nonces-")).toList()) {
        all.put(Files.readAllBytes(file));
      }
    }
    return all.flip();
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
