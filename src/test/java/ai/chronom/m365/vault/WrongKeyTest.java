package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts with a key file that is not the right one: each is refused, and nothing is written. */
class WrongKeyTest {
  private static final VaultDatabase DATABASE = VaultDatabase.h2();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SECRETS = 5;

  private final List<String> tenants =
      IntStream.range(0, SECRETS).mapToObj(i -> UUID.randomUUID().toString()).toList();

  @TempDir Path directory;
  private String rightKeys;
  private String oldKeys;

  /** A database with secrets whose master key was rotated once. */
  @BeforeEach
  void sealSecrets() throws IOException {
    DATABASE.forgetAll();
    TestNode node = new TestNode(DATABASE, file()).started();
    oldKeys = Files.readString(file());
    tenants.forEach(tenant -> node.seal(tenant, "secret of " + tenant));
    node.keys.promote(node.keys.add(TestNode.ADMIN), TestNode.ADMIN);
    node.reseal();
    rightKeys = Files.readString(file());
    Files.delete(file());
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedAndWritesNothing(WrongFile wrong) throws IOException {
    wrong.put(this);
    List<String> before = DATABASE.contents();
    TestNode node = new TestNode(DATABASE, file());
    assertThat(PATIENCE)
        .isGreaterThan(
            timed(
                () ->
                    assertThatThrownBy(node.masterKey::sealer)
                        .isInstanceOf(KeyUnusable.class)
                        .hasMessageContaining(wrong.message)
                        .hasMessageContaining(file().toString())
                        .hasMessageNotContaining("\n")
                        .hasMessageNotContaining("keyData")
                        .hasNoCause()));
    assertThat(DATABASE.contents()).isEqualTo(before);
    assertThat(node.masterKey.isOpen()).isFalse();
  }

  @Test
  void isForgottenOnceTheRightFileIsThereAgain() throws IOException {
    write(KeySet.fresh().clear());
    TestNode node = new TestNode(DATABASE, file());
    assertThatThrownBy(node.masterKey::sealer).isInstanceOf(KeyUnusable.class);
    write(rightKeys);
    Assertions.assertThatCode(() -> eventually(node)).doesNotThrowAnyException();
    tenants.forEach(tenant -> assertThat(node.open(tenant)).isEqualTo("secret of " + tenant));
  }

  /** It is asked once a second at most. */
  private static void eventually(TestNode node) throws InterruptedException {
    Thread.sleep(1_100);
    node.started();
  }

  @Test
  void tellsWhichKeysThereAreAndWhichAreNeeded() throws IOException {
    write(oldKeys);
    KeySet right = KeySet.ofClear(rightKeys);
    KeySet old = KeySet.ofClear(oldKeys);
    long needed =
        right.ids().stream().filter(id -> !old.ids().contains(id)).findAny().orElseThrow();
    assertThatThrownBy(new TestNode(DATABASE, file()).masterKey::sealer)
        .hasMessageContaining("holds the keys " + old.ids())
        .hasMessageContaining("needs the keys [" + needed + "]");
  }

  /** The ways to be wrong; each with a part of what is said about it. */
  private enum WrongFile {
    MISSING("does not exist, but this database needs the keys"),
    EMPTY("Tink key set in JSON expected"),
    HALF("Tink key set in JSON expected"),
    ONE_CHARACTER_SHORT("Tink key set in JSON expected"),
    BASE64_BROKEN("Tink key set in JSON expected"),
    KEY_CUT_TO_128_BITS("Tink key set in JSON expected"),
    KEY_TOO_LONG("Tink key set in JSON expected"),
    NO_TEXT("cannot be read"),
    TOO_LARGE("larger than 1 MiB"),
    OF_ANOTHER_SYSTEM("needs the keys"),
    OF_BEFORE_THE_ROTATION("needs the keys"),
    SAME_ID_OTHER_BYTES("fingerprint"),
    UNDER_A_WRAPPING_KEY("set chronom.vault.key-holder"),
    READABLE_FOR_THE_GROUP("has mode rw-r-----"),
    READABLE_FOR_ALL("has mode rw-r--r--"),
    READABLE_FOR_OTHERS("has mode rw----r--"),
    WRITABLE_FOR_ALL("has mode rw--w--w-"),
    EXECUTABLE("has mode rwx------"),
    A_DIRECTORY("is a directory, a link or a device"),
    A_LINK("is a directory, a link or a device"),
    OF_SOMEBODY_ELSE("must belong to");

    private final String message;

    WrongFile(String message) {
      this.message = message;
    }

    private void put(WrongKeyTest test) throws IOException {
      String right = test.rightKeys;
      switch (this) {
        case MISSING -> {}
        case EMPTY -> test.write("");
        case HALF -> test.write(right.substring(0, right.length() / 2));
        case ONE_CHARACTER_SHORT ->
            test.write(right.strip().substring(0, right.strip().length() - 1));
        case BASE64_BROKEN -> test.write(right.replaceFirst("(\"value\": ?\").", "$1!"));
        case KEY_CUT_TO_128_BITS -> test.write(KeySets.aes128());
        case KEY_TOO_LONG ->
            test.write(right.replaceFirst("(\"value\": ?\"[^\"]+)\"", "$1AAAAAAAA\""));
        case NO_TEXT -> Files.write(test.written(right), new byte[] {(byte) 0xC3, (byte) 0x28});
        case TOO_LARGE -> test.write(right + " ".repeat(1 << 20));
        case OF_ANOTHER_SYSTEM -> test.write(KeySet.fresh().clear());
        case OF_BEFORE_THE_ROTATION -> test.write(test.oldKeys);
        case SAME_ID_OTHER_BYTES -> test.write(KeySets.withOtherBytes(KeySets.primaryOnly(right)));
        case UNDER_A_WRAPPING_KEY -> test.write("{\"encryptedKeyset\":\"AAAA\"}");
        case READABLE_FOR_THE_GROUP -> test.mode("rw-r-----");
        case READABLE_FOR_ALL -> test.mode("rw-r--r--");
        case READABLE_FOR_OTHERS -> test.mode("rw----r--");
        case WRITABLE_FOR_ALL -> test.mode("rw--w--w-");
        case EXECUTABLE -> test.mode("rwx------");
        case A_DIRECTORY -> Files.createDirectory(test.file());
        case A_LINK ->
            Files.createSymbolicLink(
                test.file(), Files.writeString(test.directory.resolve("real"), right));
        case OF_SOMEBODY_ELSE -> Files.setAttribute(test.written(right), "unix:uid", 65_534);
      }
    }
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(written(rightKeys), PosixFilePermissions.fromString(mode));
  }

  private void write(String text) throws IOException {
    Files.writeString(written(text), text, StandardCharsets.UTF_8);
  }

  private Path written(String text) throws IOException {
    Files.writeString(file(), text);
    return Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
  }

  private Path file() {
    return directory.resolve("keys.json");
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
