package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.running.Command;
import ai.chronom.m365.running.InstalledPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: back up, lose the database, restore, go on. Each test goes on after the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
  private static final String DATABASE = "chronom";
  private static final Path SCRIPTS = Path.of("server-config/postgres").toAbsolutePath();
  private static final Path WAR = Path.of("target/chronom-m365.war").toAbsolutePath();

  @TempDir static Path directory;
  private static InstalledPostgres postgres;
  private static OwnStory story;
  private static SortedMap<String, Long> saved;

  @BeforeAll
  static void collectData() {
    postgres = InstalledPostgres.start(directory.resolve("postgres"));
    story = OwnStory.start(directory, 120, postgres.configuration());
    story.connect();
    story.rest.await(story.tenant() + "/savings", found -> true);
    assertThat(story.verified().getString("outcome")).isEqualTo("verified");
  }

  @AfterAll
  static void stop() {
    story.close();
    postgres.close();
  }

  @Test
  @Order(1)
  void backupIsMadeWhileTheProductRuns() throws Exception {
    backUp(directory.resolve("running.dump"));
    assertThat(output()).contains("NOT in the backup", keyId());
    story.server.stop();
    saved = counts();
    backUp(backup());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(2)
  void backupNeverOverwrites() {
    assertThatThrownBy(() -> backUp(backup())).hasMessageContaining("never overwrites");
  }

  @Test
  @Order(3)
  void passwordInTheEnvironmentIsRefused() {
    assertThatThrownBy(
            () ->
                script("backup.sh", directory.resolve("no.dump"))
                    .in(Map.of("PGPASSWORD", "in the environment"))
                    .run(newOutput()))
        .hasMessageContaining("PGPASSWORD is set");
  }

  @Test
  @Order(4)
  void secretIsInNoFileOfTheBackup() throws Exception {
    Canary canary = new Canary(story.sandbox.clientSecret());
    for (String end : new String[] {"", ".sha256", ".keys"}) {
      byte[] bytes = Files.readAllBytes(Path.of(backup() + end));
      assertThat(canary.in("backup" + end, bytes)).isEmpty();
    }
  }

  @Test
  @Order(5)
  void databaseInUseIsNotOverwritten() throws Exception {
    assertThatThrownBy(() -> restore(backup(), keyFile())).hasMessageContaining("is not empty");
    assertThat(counts()).isEqualTo(saved);
  }

  @Test
  @Order(6)
  void anotherKeyFileIsRefusedBeforeAnythingIsWritten() throws Exception {
    postgres.dropDatabase(DATABASE);
    postgres.createDatabase(DATABASE);
    Path other = directory.resolve("other.json");
    Command.of("server-config/keys/vault-keys.sh", "create", settings(other).toString())
        .in(Map.of("PRODUCT_WAR", WAR.toString()))
        .run(newOutput());
    assertThatThrownBy(() -> restore(backup(), other))
        .hasMessageContaining("does not hold the key " + keyId());
    assertThat(counts()).isEmpty();
  }

  @Test
  @Order(7)
  void damagedBackupIsRefused() throws Exception {
    Path damaged = directory.resolve("damaged.dump");
    for (String end : new String[] {"", ".sha256", ".keys"}) {
      Files.copy(Path.of(backup() + end), Path.of(damaged + end));
    }
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    assertThatThrownBy(() -> restore(damaged, keyFile()))
        .hasMessageContaining("its checksum differs");
    assertThat(counts()).isEmpty();
  }

  @Test
  @Order(8)
  void restoredDatabaseHasEveryRow() throws Exception {
    restore(backup(), keyFile());
    assertThat(counts()).isEqualTo(saved).containsKeys("audit_event", "sealed_secret");
    assertThat(saved.get("sealed_secret")).isPositive();
  }

  @Test
  @Order(9)
  void productGoesOnWhereItWas() {
    story.server.startAgain();
    assertThat(story.rest.json("/audit/check").getBoolean("intact")).isTrue();
    assertThat(story.verified().getString("outcome")).isEqualTo("verified");
    assertThat(story.rest.get(story.tenant() + "/savings").statusCode()).isEqualTo(200);
  }

  private static void backUp(Path file) throws IOException {
    script("backup.sh", file).run(newOutput());
  }

  private static void restore(Path file, Path keyFile) throws IOException {
    script("restore.sh", file)
        .in(Map.of("CONFIG_FILE", settings(keyFile).toString(), "PRODUCT_WAR", WAR.toString()))
        .run(newOutput());
  }

  private static Command script(String name, Path file) {
    return Command.of(SCRIPTS.resolve(name).toString(), file.toString())
        .in(postgres.environment(DATABASE));
  }

  private static Path settings(Path keyFile) throws IOException {
    return Files.writeString(
        directory.resolve("chronom.properties"), "chronom.vault.key-file=" + keyFile + "\n");
  }

  /** The id of the one key, as the backup's list says it. */
  private static String keyId() throws IOException {
    return Files.readString(directory.resolve("running.dump.keys")).split(" ")[0];
  }

  private static Path backup() {
    return directory.resolve("chronom.dump");
  }

  private static Path keyFile() {
    return story.server.dataDirectory().resolve("vault-keys.json");
  }

  private static Path newOutput() throws IOException {
    Path current = directory.resolve("output.txt");
    if (Files.exists(current)) {
      Files.move(current, directory.resolve("before.txt"), StandardCopyOption.REPLACE_EXISTING);
    }
    return current;
  }

  private static String output() throws IOException {
    return Files.readString(directory.resolve("output.txt"));
  }

  private static SortedMap<String, Long> counts() throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Connection connection = postgres.open(DATABASE);
        Statement names = connection.createStatement();
        Statement count = connection.createStatement();
        ResultSet tables =
            names.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      while (tables.next()) {
        String table = tables.getString(1);
        ResultSet rows = count.executeQuery("select count(*) from " + table);
        rows.next();
        counts.put(table, rows.getLong(1));
      }
    }
    return counts;
  }
}
