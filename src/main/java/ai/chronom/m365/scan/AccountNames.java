package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The names of a snapshot's accounts in their order, written when all accounts are stored: indexes
 * kept up to date meanwhile cost more than the accounts themselves (ADR 130).
 */
final class AccountNames {
  static final String PRINCIPAL = "snapshot_principal_name";
  static final String DISPLAY = "snapshot_display_name";
  static final List<String> TABLES = List.of(PRINCIPAL, DISPLAY);

  /** So many are sorted at once, in a transaction of a second or two. */
  private static final int BLOCK_ACCOUNTS = 50_000;

  private AccountNames() {}

  /** Of all accounts that the scan stored, unless they are there; some of them may be. */
  static void store(ScanContext context) {
    long scanId = context.scanId();
    long accounts = context.write(connection -> rows(connection, "snapshot_user", scanId));
    long named = context.write(connection -> rows(connection, PRINCIPAL, scanId));
    if (named == accounts) {
      return;
    }
    boolean begun = named > 0;
    String from = "";
    for (String end : IdRanges.ends(accounts, BLOCK_ACCOUNTS)) {
      String first = from;
      context.write(
          connection -> {
            insert(connection, PRINCIPAL, "upn_key", begun, new Range(scanId, first, end));
            insert(connection, DISPLAY, "name_key", begun, new Range(scanId, first, end));
            return end;
          });
      from = end;
    }
  }

  /** The ids of a block; the end belongs to the next. */
  private record Range(long scanId, String first, String end) {}

  private static long rows(Connection connection, String table, long scanId) throws SQLException {
    return Sql.list(
            connection,
            "select count(*) from " + table + " where scan_id = ?",
            values -> values.number(scanId),
            row -> row.getLong(1))
        .get(0);
  }

  /** Asking for each row whether it is there doubles the cost, so only where some are. */
  private static void insert(
      Connection connection, String table, String key, boolean begun, Range range)
      throws SQLException {
    Sql.update(
        connection,
        "insert into %s (scan_id, name_key, user_id) select scan_id, %s, user_id from snapshot_user"
                .formatted(table, key)
            + " where scan_id = ? and user_id >= ? and user_id < ? and %1$s is not null order by %1$s"
                .formatted(key)
            + (begun ? " on conflict do nothing" : ""),
        values -> values.number(range.scanId()).text(range.first()).text(range.end()));
  }
}
