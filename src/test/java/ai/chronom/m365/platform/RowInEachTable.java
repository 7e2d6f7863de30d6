package ai.chronom.m365.platform;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one row into each empty table of whatever schema there is. Every id is the same, so that
 * references hold; tables are tried until those that they refer to have their row.
 */
final class RowInEachTable {
  private static final String ID = "7b1c9f3e-0d54-4a62-8f7e-2f3c1f0a9b11";
  private static final OffsetDateTime TIME =
      OffsetDateTime.of(2026, 11, 23, 12, 0, 0, 0, ZoneOffset.UTC);

  /** What a check demands; the rest may be anything. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("tenant.status", "VERIFIED"),
          Map.entry("audit_event.outcome", "SUCCEEDED"),
          Map.entry("verification.trigger_kind", "SCHEDULE"),
          Map.entry("verification.state", "FINISHED"),
          Map.entry("verification.outcome", "VERIFIED"),
          Map.entry("scan.state", "COMPLETED"),
          Map.entry("scan.sign_ins", "KNOWN"),
          Map.entry("scan_collection.state", "COMPLETE"),
          Map.entry("price.origin", "ENTERED"),
          Map.entry("rule_result.state", "EVALUATED"),
          Map.entry("renewal_line.term", "MONTHLY"),
          Map.entry("finding.confidence", "HIGH"),
          Map.entry("finding.state", "OPEN"),
          Map.entry("account.role", "admin"),
          Map.entry("api_token.role", "viewer"),
          Map.entry("sealed_secret.kind", "CLIENT_SECRET"),
          Map.entry("retired_secret.kind", "CLIENT_SECRET"),
          Map.entry("notification_delivery.channel", "MAIL"),
          Map.entry("notification_delivery.state", "WAITING"),
          Map.entry("snapshot_score_part.kind", "service"));

  private final Connection connection;

  RowInEachTable(Connection connection) {
    this.connection = connection;
  }

  void insert() throws SQLException {
    Deque<String> waiting = new ArrayDeque<>(tables(connection));
    int inVain = 0;
    while (!waiting.isEmpty()) {
      String table = waiting.removeFirst();
      Optional<SQLException> refused = isEmpty(table) ? insertInto(table) : Optional.empty();
      inVain = refused.isEmpty() ? 0 : inVain + 1;
      if (refused.isPresent()) {
        if (inVain > waiting.size() + 1) {
          throw refused.get();
        }
        waiting.addLast(table);
      }
    }
  }

  /** All but the list of migrations, and the one whose only row comes by a migration. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_name not like 'flyway%' and table_name <> 'vault_state'"
                    + " order by table_name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private boolean isEmpty(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1 from " + table)) {
      return !rows.next();
    }
  }

  private Optional<SQLException> insertInto(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    try (ResultSet columns = connection.getMetaData().getColumns(null, "public", table, null)) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
        values.add(
            value(
                table + "." + columns.getString("COLUMN_NAME"),
                columns.getInt("DATA_TYPE"),
                columns.getInt("COLUMN_SIZE")));
      }
    }
    String insert =
        "insert into "
            + table
            + " ("
            + String.join(", ", names)
            + ") values ("
            + String.join(", ", Collections.nCopies(names.size(), "?"))
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(new SQLException(insert + " " + values, e));
    }
  }

  private static Object value(String column, int type, int size) {
    return switch (type) {
      case Types.VARCHAR -> {
        String word = WORDS.getOrDefault(column, ID);
        yield word.substring(0, Math.min(size, word.length()));
      }
      case Types.BIGINT -> 1L;
      case Types.INTEGER -> 1;
      case Types.SMALLINT -> (short) 1;
      case Types.NUMERIC, Types.DECIMAL -> BigDecimal.ONE;
      case Types.DOUBLE -> 1.0;
      case Types.BOOLEAN, Types.BIT -> true;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
      case Types.DATE -> TIME.toLocalDate();
      case Types.BINARY, Types.VARBINARY -> new byte[] {1};
      default -> throw new IllegalArgumentException(column + " has the unknown type " + type);
    };
  }
}
