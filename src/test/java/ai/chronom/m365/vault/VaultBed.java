package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database and key files for the scenarios of the master keys, the same on every database. */
abstract class VaultBed {
  static final String SECRET = "abc8Q~" + "x".repeat(34);

  final VaultDatabase database;
  final String contoso = UUID.randomUUID().toString();
  final String fabrikam = UUID.randomUUID().toString();

  @TempDir Path directory;

  VaultBed(VaultDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void forgetOtherTests() {
    database.forgetAll();
  }

  /** Adds a key, lets it seal, and seals everything anew. */
  static void rotate(TestNode node) {
    node.keys.promote(node.keys.add(TestNode.ADMIN), TestNode.ADMIN);
    node.reseal();
  }

  TestNode node(String file) {
    return new TestNode(database, directory.resolve(file));
  }

  void copy(String from, String to) {
    try {
      Files.copy(
          directory.resolve(from),
          directory.resolve(to),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void write(String file, KeySet keys) {
    writeText(file, keys.clear());
  }

  void writeText(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.deleteIfExists(path);
      new KeyFile("A test's key file", path).create(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void assertRefused(TestNode node, String part) {
    assertThatThrownBy(node.masterKey::sealer)
        .isInstanceOf(KeyUnusable.class)
        .hasMessageContaining(part);
  }

  static void assertProblem(ProblemKind kind, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
  }
}
