package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.running.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that comes back from a dump opens with its own key file, and with no other. */
class RestoreTest {
  private static final int SECRETS = 100;

  private final List<String> tenants =
      IntStream.range(0, SECRETS).mapToObj(i -> UUID.randomUUID().toString()).toList();

  @TempDir Path directory;

  @Test
  void ofADumpOpensEverySecretWithItsKeyFileOnH2() throws SQLException, IOException {
    VaultDatabase original = VaultDatabase.h2();
    Path dump = directory.resolve("dump.sql");
    assertRestored(
        original,
        () -> {
          sql(original.coordinates(), "script drop to '" + dump + "'");
          Path copies = Files.createDirectory(directory.resolve("restored"));
          TestDatabase restored = TestDatabase.h2(copies);
          sql(restored, "runscript from '" + dump + "'");
          return new VaultDatabase(restored);
        });
    assertThat(Files.readString(dump)).doesNotContain("secret of ");
  }

  @Test
  void ofACopyOpensEverySecretWithItsKeyFileOnPostgreSql() throws SQLException, IOException {
    VaultDatabase original = VaultDatabase.postgreSql();
    original.forgetAll();
    TestDatabase all = original.coordinates();
    TestDatabase maintenance = at(all, "template1");
    assertRestored(
        original,
        () -> {
          sql(maintenance, "drop database if exists restored");
          sql(maintenance, "create database restored template postgres");
          return new VaultDatabase(at(all, "restored"));
        });
  }

  private void assertRestored(VaultDatabase original, Restoring restoring)
      throws SQLException, IOException {
    Path keyFile = directory.resolve("keys.json");
    TestNode node = new TestNode(original, keyFile).started();
    tenants.forEach(tenant -> node.seal(tenant, "secret of " + tenant));
    VaultDatabase restored = restoring.restored();
    TestNode right = new TestNode(restored, keyFile).onServer().started();
    tenants.forEach(tenant -> assertThat(right.open(tenant)).isEqualTo("secret of " + tenant));
    Path other = directory.resolve("other.json");
    new KeyFile("A test's key file", other).create(KeySet.fresh().clear());
    List<String> before = restored.contents();
    assertThatThrownBy(new TestNode(restored, other).masterKey::sealer)
        .isInstanceOf(KeyUnusable.class)
        .hasMessageContaining("needs the keys [" + node.primary() + "]");
    assertThat(restored.contents()).isEqualTo(before);
  }

  /** Makes the database again from what was saved of it. */
  @FunctionalInterface
  private interface Restoring {
    VaultDatabase restored() throws SQLException, IOException;
  }

  private static TestDatabase at(TestDatabase database, String name) {
    return new TestDatabase(
        database.driver(), database.url().replaceFirst("/postgres$", "/" + name), database.user());
  }

  private static void sql(TestDatabase database, String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
