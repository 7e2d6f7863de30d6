package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL as ops people set it up by the scripts of {@code server-config/postgres}: one role
 * owns the schema, the application has another.
 */
final class OpsDatabase {
  static final String OWNER = "chronom_owner";
  private static final String USER = "chronom_app";

  private final TestDatabase server;
  private final Path directory;
  private final Path ownerPassword;
  private final Path userPassword;

  private OpsDatabase(Path directory) throws IOException {
    this.server = TestDatabase.postgresql();
    this.directory = directory;
    this.ownerPassword = secret("db-owner-password.txt");
    this.userPassword = secret("db-password.txt");
  }

  /** An empty database with both roles. */
  static OpsDatabase create(Path directory) throws IOException {
    OpsDatabase database = new OpsDatabase(directory);
    // Twice: what ops people run again must change nothing and not fail.
    for (int time = 0; time < 2; time++) {
      Command.of("sh", "server-config/postgres/create-database.sh")
          .in(
              Map.of(
                  "PGHOST", "localhost",
                  "PGPORT", database.port(),
                  "PGUSER", database.server.user(),
                  "OWNER_PASSWORD_FILE", database.ownerPassword.toString(),
                  "APP_PASSWORD_FILE", database.userPassword.toString()))
          .run(database.log());
    }
    return database;
  }

  /** Fills it, with the very WAR that the build made. */
  void migrate() throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("DB_URL", url());
    environment.put("DB_OWNER_PASSWORD_FILE", ownerPassword.toString());
    environment.put("POSTGRESQL_JAR", FullServer.library("postgresql"));
    environment.put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    Command.of("sh", "server-config/postgres/migrate.sh", FullServer.war().toString())
        .in(environment)
        .run(log());
  }

  Connection asApplication() throws SQLException {
    return DriverManager.getConnection(url(), USER, "trusted by the test's server");
  }

  Connection asOwner() throws SQLException {
    return DriverManager.getConnection(url(), OWNER, "trusted by the test's server");
  }

  String url() {
    return server.url().replaceFirst("/postgres$", "/chronom");
  }

  String user() {
    return USER;
  }

  Path userPasswordFile() {
    return userPassword;
  }

  Path ownerPasswordFile() {
    return ownerPassword;
  }

  Path log() {
    return directory.resolve("database.log");
  }

  private String port() {
    return server.url().replaceFirst(".*:(\\d+)/.*", "$1");
  }

  private Path secret(String name) throws IOException {
    return secret(directory, name);
  }

  /** A file with a random password, for its owner only. */
  static Path secret(Path directory, String name) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Path file = directory.resolve(name);
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
