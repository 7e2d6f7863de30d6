package ai.chronom.m365.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path parent;

  @Test
  void onlyItsOwnerCanLookInside() throws IOException {
    try (DataDirectory data = DataDirectory.open(parent.resolve("a/b"))) {
      assertThat(permissions(data.root())).isEqualTo("rwx------");
      assertThat(permissions(data.adminPassword())).isEqualTo("rw-------");
    }
  }

  @Test
  void closesADirectoryThatWasOpenToOthers() throws IOException {
    Path open = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (DataDirectory data = DataDirectory.open(open)) {
      assertThat(permissions(data.root())).isEqualTo("rwx------");
    }
  }

  @Test
  void keepsTheFirstPassword() throws IOException {
    String first;
    try (DataDirectory data = DataDirectory.open(parent)) {
      first = Files.readString(data.adminPassword());
    }
    try (DataDirectory data = DataDirectory.open(parent)) {
      assertThat(Files.readString(data.adminPassword())).isEqualTo(first).hasSizeGreaterThan(20);
    }
  }

  @Test
  void makesAnotherPasswordForAnotherDirectory() throws IOException {
    try (DataDirectory one = DataDirectory.open(parent.resolve("one"));
        DataDirectory two = DataDirectory.open(parent.resolve("two"))) {
      assertThat(Files.readString(one.adminPassword()))
          .isNotEqualTo(Files.readString(two.adminPassword()));
    }
  }

  @Test
  void belongsToOneServerAtATime() throws IOException {
    try (DataDirectory data = DataDirectory.open(parent)) {
      assertThatThrownBy(() -> DataDirectory.open(data.root()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("in use by another");
    }
    DataDirectory.open(parent).close();
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
