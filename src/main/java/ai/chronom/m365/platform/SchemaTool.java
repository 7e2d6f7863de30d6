package ai.chronom.m365.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrates a PostgreSQL database as its owner, and grants the application's role what it needs: all
 * rows, but no change of the schema and none of the audit trail. {@code
 * server-config/postgres/migrate.sh} calls it, without a running product (ADR 071).
 */
public final class SchemaTool {
  /** Rows that the application's role may add and read, and nothing else. */
  private static final List<String> APPEND_ONLY = List.of("audit_event");

  private final Map<String, String> environment;
  private final PrintStream out;

  SchemaTool(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    try {
      new SchemaTool(System.getenv(), System.out).run();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Throws an IllegalStateException with one sentence. */
  void run() {
    DataSource owner =
        Flyway.configure()
            .dataSource(needed("DB_URL"), needed("DB_OWNER"), password())
            .getDataSource();
    Schema.Migrated migrated = Schema.of(owner).migrate();
    grant(owner, needed("DB_USER"));
    out.println(
        "The schema is at version "
            + migrated.version()
            + "; scripts run now: "
            + migrated.scripts());
  }

  private static void grant(DataSource owner, String user) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      String role = statement.enquoteIdentifier(user, true);
      connection.setAutoCommit(false);
      statement.execute("grant usage on schema public to " + role);
      statement.execute(
          "grant select, insert, update, delete on all tables in schema public to " + role);
      statement.execute("grant usage, select on all sequences in schema public to " + role);
      statement.execute("revoke insert, update, delete on flyway_schema_history from " + role);
      for (String table : APPEND_ONLY) {
        statement.execute("revoke update, delete on " + table + " from " + role);
      }
      // Events from before the chain get their link once; a trigger refuses any other change.
      statement.execute("grant update (link) on audit_event to " + role);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The role " + user + " could not be given its rights: " + e.getMessage(), e);
    }
  }

  private String password() {
    Path file = Path.of(needed("DB_OWNER_PASSWORD_FILE"));
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(file + " is empty"));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private String needed(String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
