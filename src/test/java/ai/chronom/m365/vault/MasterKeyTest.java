package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  private static final VaultDatabase DATABASE = VaultDatabase.h2();

  @TempDir Path directory;

  @BeforeEach
  void forgetOtherTests() {
    DATABASE.forgetAll();
  }

  @Nested
  class CreatesAMissingFile {
    @Test
    void thatOnlyItsOwnerMayReadAndThatLoadsAgain() throws IOException {
      SecretSealer first = load(true);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
      assertThat(load(true).keyIds()).isEqualTo(first.keyIds());
    }

    @Test
    void leavingNothingElseBehind() throws IOException {
      load(true);
      try (var files = Files.list(directory)) {
        assertThat(files).containsExactly(file());
      }
    }

    @Test
    void notOnAServer() {
      assertThatThrownBy(() -> load(false))
          .isInstanceOf(KeyUnusable.class)
          .hasMessageContaining("does not exist");
      assertThat(file()).doesNotExist();
    }

    @Test
    void notForADatabaseThatHadAKeySet() throws IOException {
      load(true);
      Files.delete(file());
      assertThatThrownBy(() -> load(true))
          .isInstanceOf(KeyUnusable.class)
          .hasMessageContainingAll("does not exist", "backup");
      assertThat(file()).doesNotExist();
    }

    @Test
    void notOverOneThatAppearedMeanwhile() throws IOException {
      Files.writeString(file(), "theirs");
      assertThatThrownBy(() -> keyFile().create("ours")).isInstanceOf(KeyUnusable.class);
      assertThat(file()).hasContent("theirs");
    }
  }

  @Nested
  class ReplacesItsFile {
    @Test
    void keepingItsModeAndLeavingNothingElseBehind() throws IOException {
      load(true);
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
      KeySet grown = holder().read().withNewKey();
      holder().replace(grown);
      assertThat(holder().read().ids()).isEqualTo(grown.ids());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("r--------");
      try (var files = Files.list(directory)) {
        assertThat(files).containsExactly(file());
      }
    }

    @Test
    void onlyWhenItIsOurs() throws IOException {
      Files.writeString(file(), "theirs");
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
      assertThatThrownBy(() -> holder().replace(KeySet.fresh())).isInstanceOf(KeyUnusable.class);
      assertThat(file()).hasContent("theirs");
    }
  }

  @Test
  void loadsAFileThatIsReadOnly() throws IOException {
    Files.writeString(file(), KeySet.fresh().clear());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
    assertThat(load(false).keyIds()).hasSize(1);
  }

  private SecretSealer load(boolean mayCreate) {
    return new MasterKey(holder(), mayCreate).load(DATABASE);
  }

  private KeyHolder holder() {
    return new KeyHolder(keyFile(), new InClear());
  }

  private KeyFile keyFile() {
    return new KeyFile("The vault's key file", file());
  }

  private Path file() {
    return directory.resolve("keys.json");
  }
}
