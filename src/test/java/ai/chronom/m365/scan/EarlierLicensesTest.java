package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.running.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Snapshots of before licenses were kept as sets have the same licenses afterwards. */
class EarlierLicensesTest {
  private static final String BEFORE = "202611231122";
  private static final String E5 = "06ebc4ee-1bb5-47dd-8120-11324bc54e06";
  private static final String VISIO = "c5928f49-12ba-48f7-ada3-0d743a3601d5";
  private static final String GROUP = "7f0f15a3-6f1a-4c53-a0a1-000000000001";
  private static final String PLAN = "113feb6c-3fe4-4440-bddc-54d774bf0318";
  private static final Instant LATER = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path directory;

  @Test
  void areSetsOnH2() throws SQLException {
    assertKept(TestDatabase.h2(directory));
  }

  @Test
  void areSetsOnPostgreSql() throws SQLException {
    assertKept(TestDatabase.postgresql());
  }

  private static void assertKept(TestDatabase database) throws SQLException {
    migrate(database, BEFORE);
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      insert(statement);
    }
    migrate(database, "latest");

    StoredUsers users = new StoredUsers(source(database), Runnable::run, 7);
    assertThat(seats(users, "a"))
        .containsExactly(
            new Seat(
                SkuId.of(E5),
                List.of(
                    new AssignmentPath(null, "Active", "None", Set.of(PlanId.of(PLAN))),
                    new AssignmentPath(GROUP, "Error", "CountViolation", Set.of())),
                LATER.minusSeconds(60)),
            new Seat(
                SkuId.of(VISIO),
                List.of(new AssignmentPath(null, "Active", null, Set.of())),
                LATER));
    assertThat(seats(users, "b"))
        .containsExactly(
            new Seat(
                SkuId.of(VISIO),
                List.of(new AssignmentPath(null, "Active", null, Set.of())),
                null));
    assertThat(seats(users, "c")).isEmpty();
  }

  private static void insert(Statement statement) throws SQLException {
    for (String user : List.of("a", "b", "c")) {
      statement.execute(
          ("insert into snapshot_user (scan_id, user_id, user_principal_name, upn_key,"
                  + " account_enabled, synced, sign_ins_read, seats)"
                  + " values (7, '%s', '%s', '%s', true, true, false, %d)")
              .formatted(user, user, user, user.equals("c") ? 0 : 1));
    }
    statement.execute(
        "insert into scan (id, state, cancel_requested, graph_requests, requested_at)"
            + " values (7, 'COMPLETED', false, 1, current_timestamp)");
    statement.execute("insert into snapshot_plan_set values (7, 1, '" + PLAN + "')");
    String columns = "(7, '%s', '%s', '%s', %s)";
    for (String row :
        List.of(
            columns.formatted("a", E5, "", "'Active', 'None', 1, " + at(LATER.minusSeconds(60))),
            columns.formatted(
                "a", E5, GROUP, "'Error', 'CountViolation', null, " + at(LATER.plusSeconds(60))),
            columns.formatted("a", VISIO, "", "'Active', null, null, " + at(LATER)),
            columns.formatted("b", VISIO, "", "'Active', null, null, null"))) {
      statement.execute("insert into snapshot_path values " + row);
    }
  }

  private static String at(Instant time) {
    return "timestamp with time zone '" + time + "'";
  }

  private static List<Seat> seats(StoredUsers users, String user) {
    return users.find(user).orElseThrow().seats();
  }

  private static DataSource source(TestDatabase database) {
    return database.driver().startsWith("org.h2") ? h2(database) : postgreSql(database);
  }

  private static DataSource h2(TestDatabase database) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(database.url());
    source.setUser(database.user());
    return source;
  }

  private static DataSource postgreSql(TestDatabase database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(database.url());
    source.setUser(database.user());
    return source;
  }

  private static void migrate(TestDatabase database, String target) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), "")
        .target(target)
        .load()
        .migrate();
  }

  private static Connection open(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }
}
