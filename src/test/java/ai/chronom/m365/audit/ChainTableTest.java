package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.running.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chain in both databases, each writer with a connection of its own as on several nodes. */
class ChainTableTest {
  private static final String BEFORE_THE_CHAIN = "202611230819?";
  private static final int EARLIER_EVENTS = 2_300;
  private static final int WRITERS = 8;
  private static final int ROUNDS = 40;
  private static final ChainKey KEY = new TestKey("the key");

  @TempDir static Path directory;
  private static TestDatabase h2;
  private static TestDatabase postgreSql;

  @BeforeAll
  static void migrate() throws SQLException {
    h2 = migrated(TestDatabase.h2(directory), "classpath:db/migration");
    postgreSql =
        migrated(TestDatabase.postgresql(), "classpath:db/migration", "classpath:db/postgresql");
  }

  @AfterAll
  static void leaveNoFileOpen() throws SQLException {
    execute(h2, "shutdown");
  }

  static Stream<TestDatabase> databases() {
    return Stream.of(h2, postgreSql);
  }

  private static TestDatabase migrated(TestDatabase database, String... locations)
      throws SQLException {
    flyway(database, BEFORE_THE_CHAIN, locations).migrate();
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < EARLIER_EVENTS; i++) {
        statement.addBatch(
            "insert into audit_event (id, occurred_at, actor, action, outcome, detail) values ("
                + (i + 1)
                + ", timestamp with time zone '2026-01-01 00:00:00.123456+00:00' + interval '"
                + (EARLIER_EVENTS - i)
                + "' second, 'admin', 'SIGNED_IN', 'SUCCEEDED', '"
                + i
                + "')");
      }
      statement.executeBatch();
      connection.commit();
    }
    flyway(database, "latest", locations).migrate();
    begin(database);
    return database;
  }

  private static Flyway flyway(TestDatabase database, String target, String... locations) {
    return Flyway.configure()
        .dataSource(database.url(), database.user(), "")
        .locations(locations)
        .target(target)
        .load();
  }

  private static void begin(TestDatabase database) throws SQLException {
    try (Connection connection = open(database)) {
      new Chain(new ChainTable(connection), KEY).begin(Instant.parse("2026-11-23T12:00:00Z"));
      connection.commit();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void takesEarlierEventsInByTheirTime(TestDatabase database) throws SQLException {
    try (Connection connection = open(database)) {
      ChainTable table = new ChainTable(connection);
      assertThat(table.after(0, 2))
          .extracting(row -> row.line().detail())
          .containsExactly(String.valueOf(EARLIER_EVENTS - 1), String.valueOf(EARLIER_EVENTS - 2));
      ChainRow began = table.after(EARLIER_EVENTS, 1).get(0);
      assertThat(began.line().action()).isEqualTo("CHAIN_BEGAN");
      assertThat(began.line().detail()).isEqualTo("took in 2300 earlier events");
    }
    assertThat(flaw(database)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void writersOfSeveralNodesLeaveNoGap(TestDatabase database) throws Exception {
    long before = last(database);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> written = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int own = writer;
        written.add(writers.submit(() -> write(database, own)));
      }
      long events = 0;
      for (Future<Integer> one : written) {
        events += one.get();
      }
      assertThat(last(database)).isEqualTo(before + events);
    } finally {
      writers.shutdownNow();
    }
    assertThat(flaw(database)).isEmpty();
  }

  /** Every third transaction is rolled back; how many events stand. */
  private static int write(TestDatabase database, int writer) throws SQLException {
    int events = 0;
    try (Connection connection = open(database)) {
      Chain chain = new Chain(new ChainTable(connection), new TestKey("the key"));
      for (int round = 0; round < ROUNDS; round++) {
        List<AuditLine> lines =
            Stream.generate(() -> MemoryChain.line(writer)).limit(1 + round % 3).toList();
        chain.append(lines);
        if (round % 3 == 2) {
          connection.rollback();
        } else {
          connection.commit();
          events += lines.size();
        }
      }
    }
    return events;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theCheckSeesWhatTheDatabaseSays(TestDatabase database) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      if (database == postgreSql) {
        statement.execute("alter table audit_event disable trigger user");
      }
      statement.executeUpdate("update audit_event set actor = 'mallory' where position = 1200");
      assertThat(flawIn(connection)).contains(ChainFlaw.altered(1200));
      statement.executeUpdate("delete from audit_event where position = 1100");
      assertThat(flawIn(connection)).contains(ChainFlaw.missing(1100));
      statement.executeUpdate("delete from audit_head");
      assertThatThrownBy(() -> new ChainTable(connection).lockHead())
          .isInstanceOf(SQLException.class);
      connection.rollback();
    }
    assertThat(flaw(database)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aDatabaseThatIsToldToForgetRefusesWhereItCan(TestDatabase database) throws SQLException {
    if (database == postgreSql) {
      for (String statement :
          List.of(
              "delete from audit_event where position = 1",
              "update audit_event set actor = 'mallory' where position = 1",
              "update audit_event set link = null where position = 1",
              "truncate table audit_event")) {
        assertThatThrownBy(() -> execute(database, statement))
            .hasMessageContaining("added, never changed");
      }
    }
    assertThat(flaw(database)).isEmpty();
  }

  private static Optional<ChainFlaw> flaw(TestDatabase database) throws SQLException {
    try (Connection connection = open(database)) {
      return flawIn(connection);
    }
  }

  private static Optional<ChainFlaw> flawIn(Connection connection) {
    return new ChainCheck(new AuditChain.Read(new ChainTable(connection)), KEY, List.of())
        .run(Instant.EPOCH)
        .flaw();
  }

  private static long last(TestDatabase database) throws SQLException {
    try (Connection connection = open(database)) {
      return new ChainTable(connection).ends().lastPosition();
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection open(TestDatabase database) throws SQLException {
    Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
    connection.setAutoCommit(false);
    return connection;
  }
}
