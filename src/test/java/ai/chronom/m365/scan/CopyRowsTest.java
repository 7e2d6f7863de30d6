package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyRowsTest {
  private static final ScanDatabase DATABASE = ScanDatabase.postgreSql();
  private static final String TABLE =
      "create temporary table copied (a bigint, b integer, c boolean, d varchar,"
          + " e timestamp with time zone, f date, g double precision)";

  @Test
  void everyTypeComesBackAsItWent() {
    Instant time = Instant.parse("1969-11-23T06:00:00.123456Z");
    CopyRows rows = new CopyRows(1);
    rows.number(1L).number(-7).flag(true).text("a\tb\nc\\.").time(time);
    rows.day(LocalDate.of(1999, 12, 31)).decimal(-0.5).row();
    rows.number(Long.MIN_VALUE).number(7).flag(false).text("Zoë 日本 \uD83D\uDE00 a");
    rows.time(Instant.parse("9999-12-31T23:59:59Z")).day(LocalDate.EPOCH).decimal(1e300).row();

    assertThat(stored(rows))
        .containsExactly(
            "-9223372036854775808|7|f|Zoë 日本 \uD83D\uDE00 a|9999-12-31 23:59:59+00|1970-01-01|1e+300",
            "1|-7|t|a\tb\nc\\.|1969-11-23 06:00:00.123456+00|1999-12-31|-0.5");
  }

  @Test
  void nothingStaysNothing() {
    CopyRows rows = new CopyRows(1);
    rows.number(1L).number((Integer) null).flag((Boolean) null).text(null).time(null);
    rows.day(null).decimal(null).row();
    assertThat(stored(rows)).containsExactly("1||||||");
  }

  @Test
  void roomGrowsAndServesAgain() {
    CopyRows rows = new CopyRows(1);
    for (int round = 0; round < 2; round++) {
      rows.clear();
      assertThat(rows.isEmpty()).isTrue();
      IntStream.range(0, 500).forEach(i -> row(rows, i));
      assertThat(stored(rows)).hasSize(500);
    }
  }

  @Test
  void limitsWhatAPausedNodeCanKeep() {
    CopyRows rows = new CopyRows(1);
    row(rows, 1);
    String limit =
        DATABASE.write(
            DATABASE.newTenant(),
            connection -> {
              run(connection, TABLE + " on commit drop");
              PostgresCopy.on(connection).orElseThrow().rows("copied", "a, b, c, d, e, f, g", rows);
              return shown(connection);
            });
    assertThat(limit).isEqualTo("1min");
    assertThat(DATABASE.call(CopyRowsTest::shown)).isEqualTo("0");
  }

  private static String shown(Connection connection) throws SQLException {
    return Sql.list(connection, "show statement_timeout", values -> {}, row -> row.getString(1))
        .get(0);
  }

  private static void row(CopyRows rows, int number) {
    rows.number((long) number).number(1).flag(true).text("é".repeat(number));
    rows.time(Instant.EPOCH).day(LocalDate.EPOCH).decimal(1.0).row();
  }

  private static List<String> stored(CopyRows rows) {
    return DATABASE.call(
        connection -> {
          run(connection, "set time zone 'UTC'");
          run(connection, TABLE);
          try {
            PostgresCopy.on(connection).orElseThrow().rows("copied", "a, b, c, d, e, f, g", rows);
            return Sql.list(
                connection,
                "select concat_ws('|', a, coalesce(b::text, ''), coalesce(c::text, ''),"
                    + " coalesce(d, ''), coalesce(e::text, ''), coalesce(f::text, ''),"
                    + " coalesce(g::text, '')) from copied order by a",
                values -> {},
                row -> row.getString(1).replace("|true|", "|t|").replace("|false|", "|f|"));
          } finally {
            run(connection, "drop table copied");
          }
        });
  }

  private static void run(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
