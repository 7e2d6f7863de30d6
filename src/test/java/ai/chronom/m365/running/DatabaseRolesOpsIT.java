package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the application's role may do in a database that the scripts made. */
class DatabaseRolesOpsIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @TempDir private static Path directory;
  private static OpsDatabase database;

  @BeforeAll
  static void create() throws IOException {
    database = OpsDatabase.create(directory);
    database.migrate();
    // The next version's turn: nothing to do.
    database.migrate();
  }

  @Test
  void theSchemaIsThere() throws IOException, SQLException {
    assertThat(Files.readString(database.log())).contains("scripts run now: 0");
    try (Connection connection = database.asApplication();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from tenant")) {
      assertThat(count.next()).isTrue();
      assertThat(count.getInt(1)).isZero();
    }
  }

  @Test
  void theApplicationWorksWithRows() throws SQLException {
    asApplication(
        "insert into vault_node (name, host, key_ids, reported_at)"
            + " values ('none', 'here', '1', current_timestamp)");
    asApplication("update tenant set name = 'x'");
    asApplication("delete from job");
    asApplication("select nextval('job_seq')");
  }

  @Test
  void theApplicationChangesNoSchema() {
    refused("create table surprise (id int)");
    refused("drop table tenant");
    refused("alter table audit_event disable trigger all");
    refused("truncate job");
    refused("update flyway_schema_history set success = true");
  }

  @Test
  void theAuditTrailOnlyGrows() throws SQLException {
    asApplication(
        "insert into audit_event (position, occurred_at, actor, action, outcome, detail, link)"
            + " values (1, current_timestamp, 'test', 'TEST', 'SUCCEEDED', '', 'x')");
    refused("delete from audit_event");
    refused("update audit_event set actor = 'nobody'");
    refused("truncate audit_event");
    assertThatThrownBy(() -> asApplication("update audit_event set link = 'y'"))
        .hasMessageContaining("audit events are added, never changed or removed");
  }

  @Test
  void thePasswordsAreInNobodysOutput() throws IOException {
    String output = Files.readString(database.log());
    for (String name : new String[] {"db-owner-password.txt", "db-password.txt"}) {
      assertThat(output).doesNotContain(Files.readString(directory.resolve(name)).strip());
    }
  }

  private static void asApplication(String sql) throws SQLException {
    try (Connection connection = database.asApplication();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void refused(String sql) {
    assertThatThrownBy(() -> asApplication(sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }
}
