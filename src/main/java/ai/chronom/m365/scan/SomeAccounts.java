package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Asks for rows of some accounts by their ids, in the way in which each database uses its index: H2
 * would read the whole snapshot for a list of ids, PostgreSQL for a table of them.
 */
record SomeAccounts(long scanId, List<String> ids) {
  SomeAccounts {
    ids = List.copyOf(ids);
  }

  static SomeAccounts of(long scanId, Collection<String> ids) {
    return new SomeAccounts(scanId, List.copyOf(ids));
  }

  /** What follows "from", including a condition; at least one id is needed. */
  String in(Connection connection, String table) throws SQLException {
    if (PostgresCopy.on(connection).isPresent()) {
      String list = String.join(", ", Collections.nCopies(ids.size(), "?"));
      return table + " where user_id in (" + list + ") and scan_id = ?";
    }
    String rows = String.join(", ", Collections.nCopies(ids.size(), "(cast(? as varchar(36)))"));
    return "(values " + rows + ") asked (id) join " + table + " on user_id = id where scan_id = ?";
  }

  Sql.Values bind(Sql.Values values) throws SQLException {
    for (String id : ids) {
      values.text(id);
    }
    return values.number(scanId);
  }
}
