package ai.chronom.m365.story;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes much of little, inside of PostgreSQL: a tenant of any size from one that was scanned. */
final class GrownDatabase {
  private static final String SHIFTED = "lpad(to_hex(g), 8, '0') || substr(%s, 9)";
  private static final String TABLES_OF_SCANS =
      "select c.table_name from information_schema.columns c where c.column_name = 'scan_id'"
          + " and (c.table_name like 'snapshot%' or c.table_name = 'scan_collection') order by 1";

  private final Connection connection;

  GrownDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Further snapshots like the newest one, in which each user is there so many times.
   *
   * @param copies of each user
   */
  void addSnapshots(int snapshots, int copies) throws SQLException {
    long newest = number("select max(id) from scan");
    for (int i = 0; i < snapshots; i++) {
      long id = number("select nextval('scan_seq')");
      copy("scan", "id", newest, id, 1);
      for (String table : texts(TABLES_OF_SCANS)) {
        boolean ofUsers = columns(table).stream().anyMatch(List.of("user_id", "upn_key")::contains);
        copy(table, "scan_id", newest, id, ofUsers ? copies : 1);
      }
    }
  }

  private void copy(String table, String key, long from, long to, int copies) throws SQLException {
    String values =
        columns(table).stream()
            .map(
                column ->
                    switch (column) {
                      case "user_id" -> SHIFTED.formatted(column);
                      case "upn_key", "mail_key", "name_key" -> "g || " + column;
                      default -> column.equals(key) ? String.valueOf(to) : column;
                    })
            .collect(Collectors.joining(", "));
    run(
        "insert into "
            + table
            + " ("
            + String.join(", ", columns(table))
            + ") select "
            + values
            + " from "
            + table
            + " cross join generate_series(1, "
            + copies
            + ") g where "
            + key
            + " = "
            + from
            + " on conflict do nothing");
  }

  /** Each finding that many times more, with its seats. */
  void multiplyFindings(int copies) throws SQLException {
    String columns = columns("finding").stream().collect(Collectors.joining(", "));
    String values =
        columns("finding").stream()
            .map(
                column ->
                    switch (column) {
                      case "id" -> SHIFTED.formatted("id");
                      case "subject_key" -> "g || ':' || subject_key";
                      default -> column;
                    })
            .collect(Collectors.joining(", "));
    String series = " cross join generate_series(1, " + copies + ") g";
    run("create temporary table few as select * from finding");
    run("create temporary table few_seats as select * from finding_seat");
    run("insert into finding (" + columns + ") select " + values + " from few" + series);
    run(
        "insert into finding_seat (finding_id, user_id, sku_id, user_principal_name, gross, net,"
            + " counted_in) select "
            + SHIFTED.formatted("finding_id")
            + ", user_id, sku_id, user_principal_name, gross, net, counted_in from few_seats"
            + series
            + " on conflict do nothing");
  }

  /** Before all that there are; whether the chain holds is not what is looked at. */
  void addAuditEvents(int events) throws SQLException {
    run(
        "insert into audit_event (position, occurred_at, actor, action, tenant_id, outcome, detail,"
            + " link) select -g, now() - g * interval '1 minute', actor, action, tenant_id,"
            + " outcome, detail, link from (select * from audit_event order by position desc limit"
            + " 1) e cross join generate_series(1, "
            + events
            + ") g");
  }

  /** Names of tables with more rows than that, as the planner sees them. */
  List<String> largerThan(int rows) throws SQLException {
    return texts(
        "select relname from pg_class where relkind = 'r' and reltuples > "
            + rows
            + " and relnamespace = 'public'::regnamespace order by 1");
  }

  private List<String> columns(String table) throws SQLException {
    return texts(
        "select column_name from information_schema.columns where table_name = '"
            + table
            + "' and table_schema = 'public' order by ordinal_position");
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  long number(String query) throws SQLException {
    return Long.parseLong(texts(query).get(0));
  }

  void run(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
