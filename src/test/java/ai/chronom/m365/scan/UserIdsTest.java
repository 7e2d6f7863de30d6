package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserIdsTest {
  private static final int USERS = 20_000;

  static Stream<ScanDatabase> databases() {
    return Stream.of(ScanDatabase.h2(), ScanDatabase.postgreSql());
  }

  @BeforeEach
  void empty() {
    databases().forEach(ScanDatabase::empty);
  }

  @AfterAll
  static void leaveNothing() {
    databases().forEach(ScanDatabase::empty);
  }

  private static int users(Connection connection, long scanId, int count) throws SQLException {
    return Sql.update(
        connection,
        "insert into snapshot_principal_name (scan_id, name_key, user_id)"
            + " select cast(? as bigint), 'u' || n, 'id' || n || 'of' || cast(? as bigint) from "
            + series(connection, count),
        values -> values.number(scanId).number(scanId));
  }

  private static String series(Connection connection, int count) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2")
        ? "system_range(1, " + count + ") as numbers (n)"
        : "generate_series(1, " + count + ") as numbers (n)";
  }

  @ParameterizedTest
  @MethodSource("databases")
  void findsTheAccountsOfTheScan(ScanDatabase database) {
    List<OfUser<String>> found =
        database.call(
            connection -> {
              users(connection, 1, 500);
              users(connection, 2, 500);
              return UserIds.of(
                  connection,
                  2,
                  Stream.of("u1", "nobody", "u500", "u7")
                      .map(name -> new UsageReport.Named<>(name, "row of " + name))
                      .toList());
            });
    assertThat(found)
        .containsExactly(
            new OfUser<>("id1of2", "row of u1"),
            new OfUser<>("id500of2", "row of u500"),
            new OfUser<>("id7of2", "row of u7"));
  }

  /** A scan that runs is news to PostgreSQL, whose plans follow from what it has counted before. */
  @Test
  void asksTheIndexOfNamesWhateverPostgreSqlKnows() {
    String unknownTable = plan(1);
    assertThat(unknownTable).contains("snapshot_principal_name_pk").doesNotContain("Seq Scan");

    String unknownScan =
        ScanDatabase.postgreSql()
            .call(
                connection -> {
                  Sql.update(connection, "analyze snapshot_principal_name", values -> {});
                  return plan(2);
                });
    assertThat(unknownScan).contains("snapshot_principal_name_pk").doesNotContain("Seq Scan");
  }

  private static String plan(long scanId) {
    return ScanDatabase.postgreSql()
        .call(
            connection -> {
              users(connection, scanId, USERS);
              return String.join(
                  "\n",
                  Sql.list(
                      connection,
                      "explain " + UserIds.QUERY,
                      values -> {
                        values.number(scanId);
                        for (int i = 0; i < UserIds.NAMES_ASKED; i++) {
                          values.text("u" + i);
                        }
                      },
                      row -> row.getString(1)));
            });
  }
}
