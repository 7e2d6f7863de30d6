package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  private static final Set<Long> NOTHING_SEALED = Set.of();

  @TempDir Path directory;

  @Nested
  class CreatesAMissingFile {
    @Test
    void thatOnlyItsOwnerMayReadAndThatLoadsAgain() throws IOException {
      SecretSealer first = embedded().load(NOTHING_SEALED);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
      assertThat(embedded().load(first.keyIds()).keyIds()).isEqualTo(first.keyIds());
    }

    @Test
    void leavingNothingElseBehind() throws IOException {
      embedded().load(NOTHING_SEALED);
      try (var files = Files.list(directory)) {
        assertThat(files).containsExactly(file());
      }
    }

    @Test
    void notOnAServer() {
      assertRefused(new MasterKey(file(), false), NOTHING_SEALED, "does not exist");
      assertThat(file()).doesNotExist();
    }

    @Test
    void notOnceSecretsAreSealed() {
      assertRefused(embedded(), Set.of(42L), "sealed with the keys [42]", "backup");
      assertThat(file()).doesNotExist();
    }

    @Test
    void notOverOneThatAppearedMeanwhile() throws IOException {
      Files.writeString(file(), "theirs");
      assertThatThrownBy(() -> new KeyFile(file()).create("ours")).isInstanceOf(KeyUnusable.class);
      assertThat(file()).hasContent("theirs");
    }
  }

  @Nested
  class Refuses {
    @Test
    void aSettingThatIsMissing() {
      assertRefused(
          MasterKey.of(Optional.empty(), true),
          NOTHING_SEALED,
          "chronom.vault.key-file is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-r--r--", "rw----r--", "rwx------", "rw--w----"})
    void aModeWiderThanItsOwner(String mode) throws IOException {
      written(mode);
      assertRefused(server(), NOTHING_SEALED, "has mode " + mode, "chmod 600");
    }

    @Test
    void aFileOfSomebodyElse() throws IOException {
      written("rw-------");
      assumeThatCode(() -> Files.setAttribute(file(), "unix:uid", 65_534))
          .as("only root can give a file away")
          .doesNotThrowAnyException();
      assertRefused(server(), NOTHING_SEALED, "belongs to", "must belong to");
    }

    @Test
    void aLink() throws IOException {
      Path real = Files.writeString(directory.resolve("real"), SecretSealer.freshKeySet());
      Files.createSymbolicLink(file(), real);
      assertRefused(server(), NOTHING_SEALED, "is a directory, a link or a device");
    }

    @Test
    void aDirectory() throws IOException {
      Files.createDirectory(file());
      assertRefused(embedded(), NOTHING_SEALED, "is a directory, a link or a device");
    }

    @Test
    void aFileThatIsFarTooLarge() throws IOException {
      written("rw-------");
      Files.write(file(), new byte[(1 << 20) + 1]);
      assertRefused(server(), NOTHING_SEALED, "larger than 1 MiB");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
      written("rw-------");
      Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28});
      assertRefused(server(), NOTHING_SEALED, "cannot be read");
    }

    @Test
    void aFileThatIsEmpty() throws IOException {
      written("rw-------");
      Files.write(file(), new byte[0]);
      assertRefused(embedded(), NOTHING_SEALED, "Tink key set in JSON expected");
    }

    @Test
    void aKeySetThatBelongsToAnotherDatabase() throws IOException {
      written("r--------");
      assertRefused(server(), Set.of(4711L), "sealed with [4711]", "put the key file back");
    }
  }

  @Test
  void loadsAFileThatIsReadOnly() throws IOException {
    written("r--------");
    assertThat(server().load(NOTHING_SEALED).keyIds()).hasSize(1);
  }

  private Path file() {
    return directory.resolve("keys.json");
  }

  private MasterKey embedded() {
    return new MasterKey(file(), true);
  }

  private MasterKey server() {
    return new MasterKey(file(), false);
  }

  private void written(String mode) throws IOException {
    Files.writeString(file(), SecretSealer.freshKeySet());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
  }

  /** One sentence with the file's name and never its content. */
  private static void assertRefused(MasterKey key, Set<Long> keyIdsInUse, String... parts) {
    assertThatThrownBy(() -> key.load(keyIdsInUse))
        .isInstanceOf(KeyUnusable.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("vault")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("keyData");
  }
}
