package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each schema that an installation may have, with a row in every table, becomes today's without
 * losing one. The oldest is that of the first release.
 */
class EarlierSchemaTest {
  private static final String FIRST_RELEASE = "202611230702";

  /** Tables whose rows went into another one. */
  private static final Map<String, String> MOVED =
      Map.of(
          "snapshot_activity",
          "snapshot_service_use",
          "snapshot_path",
          "snapshot_license_set",
          "snapshot_plan_set",
          "snapshot_license_set");

  private static final String AUDIT = "select count(*) from audit_event where position = 1";

  @TempDir static Path directory;
  private static TestDatabase postgres;

  @BeforeAll
  static void startPostgres() {
    postgres = TestDatabase.postgresql();
  }

  static List<String> onH2() {
    return versions("classpath:db/migration");
  }

  static List<String> onPostgreSql() {
    return versions("classpath:db/migration", "classpath:db/postgresql");
  }

  private static List<String> versions(String... locations) {
    return Arrays.stream(
            Flyway.configure()
                .dataSource("jdbc:h2:mem:versions", "sa", "")
                .locations(locations)
                .load()
                .info()
                .all())
        .map(MigrationInfo::getVersion)
        .map(String::valueOf)
        .filter(version -> version.compareTo(FIRST_RELEASE) >= 0)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("onH2")
  void becomesTodaysOnH2(String version) throws SQLException {
    Path place = directory.resolve(version);
    assertThat(place.toFile().mkdir()).isTrue();
    assertNothingIsLost(TestDatabase.h2(place), version, "classpath:db/migration");
  }

  @ParameterizedTest
  @MethodSource("onPostgreSql")
  void becomesTodaysOnPostgreSql(String version) throws SQLException {
    String name = "v" + version;
    try (Connection connection = open(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    assertNothingIsLost(
        new TestDatabase(
            postgres.driver(),
            postgres.url().replaceFirst("/postgres$", "/" + name),
            postgres.user()),
        version,
        "classpath:db/migration",
        "classpath:db/postgresql");
  }

  private static void assertNothingIsLost(
      TestDatabase database, String version, String... locations) throws SQLException {
    migrate(database, version, locations);
    Map<String, Long> before;
    try (Connection connection = open(database)) {
      new RowInEachTable(connection).insert();
      before = counts(connection);
    }
    assertThat(before).hasSizeGreaterThan(20).containsEntry("tenant", 1L);
    assertThat(before.values()).allMatch(rows -> rows > 0);
    MOVED.forEach((was, is) -> moveCount(before, was, is));
    migrate(database, "latest", locations);
    try (Connection connection = open(database);
        Statement statement = connection.createStatement();
        ResultSet audit = statement.executeQuery(AUDIT)) {
      assertThat(counts(connection)).containsAllEntriesOf(before);
      assertThat(audit.next()).isTrue();
      assertThat(audit.getLong(1)).isEqualTo(1);
    }
  }

  private static void moveCount(Map<String, Long> counts, String was, String is) {
    Long rows = counts.remove(was);
    if (rows != null) {
      counts.putIfAbsent(is, rows);
    }
  }

  private static void migrate(TestDatabase database, String target, String... locations) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), "")
        .locations(locations)
        .target(target)
        .load()
        .migrate();
  }

  private static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : RowInEachTable.tables(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        counts.put(table, rows.getLong(1));
      }
    }
    return counts;
  }

  private static Connection open(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }
}
