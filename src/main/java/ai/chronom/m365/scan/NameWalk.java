package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the names of a snapshot's accounts in their order, from any of them on: all principal
 * names, or all names that begin as wanted.
 */
final class NameWalk {
  private static final String BEGINS =
      " and name_key >= ? and name_key < ? and name_key like ? escape '!'";

  private final Connection connection;
  private final long scanId;
  private final NameBeginning begin;
  private final boolean backward;

  NameWalk(Connection connection, long scanId, NameBeginning begin, boolean backward) {
    this.connection = connection;
    this.scanId = scanId;
    this.begin = begin;
    this.backward = backward;
  }

  /** Fewer than wanted only at the end. */
  List<AccountName> next(AccountName from, int wanted) throws SQLException {
    String select =
        begin.any()
            ? some(AccountNames.PRINCIPAL, false)
            : "(%s) union all (%s) order by name_key%s, user_id%3$s limit ?"
                .formatted(
                    some(AccountNames.PRINCIPAL, false),
                    some(AccountNames.DISPLAY, true),
                    direction());
    return Sql.list(
        connection,
        select,
        values -> {
          bind(values, from, wanted);
          if (!begin.any()) {
            bind(values, from, wanted);
            values.number(wanted);
          }
        },
        row ->
            new AccountName(
                row.getString("name_key"), row.getString("user_id"), row.getBoolean("display")));
  }

  private String some(String table, boolean display) {
    String beyond = backward ? "<" : ">";
    return "select name_key, user_id, "
        + display
        + " as display from "
        + table
        + " where scan_id = ?"
        + (begin.any() ? "" : BEGINS)
        + " and name_key %1$s= ? and (name_key %1$s ? or user_id %1$s ?)".formatted(beyond)
        // Named as the index is, or H2 sorts all that come after.
        + " order by scan_id%1$s, name_key%1$s, user_id%1$s limit ?".formatted(direction());
  }

  private String direction() {
    return backward ? " desc" : "";
  }

  private void bind(Sql.Values values, AccountName from, int wanted) throws SQLException {
    values.number(scanId);
    if (!begin.any()) {
      values.text(begin.first()).text(begin.end()).text(begin.pattern());
    }
    values.text(from.key()).text(from.key()).text(from.id()).number(wanted);
  }
}
