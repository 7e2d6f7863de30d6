package ai.chronom.m365.overview.web;

import ai.chronom.m365.running.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies the one tenant of a running server many times, with what its pages in lists show. */
final class ManyTenants {
  private static final String NUMBER = "lpad(cast(\"X\" as varchar), 12, '0')";
  private static final String TENANT = "'00000000-0000-4000-8000-' || " + NUMBER;
  private static final String VERIFICATION = "substring(%s, 1, 24) || " + NUMBER;
  private static final String LATER = "%s + \"X\" * 100000";

  private final Connection connection;
  private final int number;

  private ManyTenants(Connection connection, int number) {
    this.connection = connection;
    this.number = number;
  }

  static void add(TestDatabase database, int number) throws SQLException {
    // A second one beside the server would trace into the current directory.
    String url = database.url().replaceAll(";TRACE_[A-Z_]+=[0-9]+", "");
    try (Connection connection = DriverManager.getConnection(url, database.user(), "")) {
      connection.setAutoCommit(false);
      ManyTenants many = new ManyTenants(connection, number);
      many.copy("tenant", Map.of("id", TENANT));
      many.copy("sealed_secret", Map.of("tenant_id", TENANT));
      many.copy("verification", Map.of("tenant_id", TENANT, "id", VERIFICATION.formatted("id")));
      for (String part : List.of("permission", "excess", "check")) {
        String id = "verification_id";
        many.copy("verification_" + part, Map.of(id, VERIFICATION.formatted(id)));
      }
      many.copy("scan", Map.of("tenant_id", TENANT, "id", LATER.formatted("id")));
      many.copy("scan_collection", Map.of("scan_id", LATER.formatted("scan_id")));
      many.copy(
          "evaluation",
          Map.of(
              "tenant_id", TENANT,
              "id", LATER.formatted("id"),
              "scan_id", LATER.formatted("scan_id")));
      connection.commit();
    }
  }

  private void copy(String table, Map<String, String> changed) throws SQLException {
    List<String> columns = columns(table);
    String values =
        columns.stream()
            .map(column -> changed.getOrDefault(column, column))
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into %s (%s) select %s from %s, system_range(1, %d)"
              .formatted(table, String.join(", ", columns), values, table, number));
    }
  }

  private List<String> columns(String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select column_name from information_schema.columns where table_name = ?")) {
      select.setString(1, table);
      List<String> columns = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
      return columns;
    }
  }
}
