package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the accounts behind the principal names of a report. Names that no account bears belong to
 * people who left, or came after the users were read.
 */
final class UserIds {
  private static final int NAMES_ASKED = 200;
  private static final String QUERY =
      "select upn_key, user_id from snapshot_user where scan_id = ? and upn_key in ("
          + String.join(", ", Collections.nCopies(NAMES_ASKED, "?"))
          + ")";

  private UserIds() {}

  /** The rows of accounts, under their ids. */
  static <T> List<OfUser<T>> of(Connection connection, long scanId, List<UsageReport.Named<T>> rows)
      throws SQLException {
    Map<String, String> ids = new HashMap<>();
    for (int from = 0; from < rows.size(); from += NAMES_ASKED) {
      List<UsageReport.Named<T>> some =
          rows.subList(from, Math.min(rows.size(), from + NAMES_ASKED));
      ids.putAll(ids(connection, scanId, some.stream().map(UsageReport.Named::key).toList()));
    }
    List<OfUser<T>> found = new ArrayList<>(rows.size());
    for (UsageReport.Named<T> row : rows) {
      String id = ids.get(row.key());
      if (id != null) {
        found.add(new OfUser<>(id, row.value()));
      }
    }
    return found;
  }

  /** One statement for any number of names: the last one fills the gaps. */
  private static Map<String, String> ids(Connection connection, long scanId, List<String> names)
      throws SQLException {
    Map<String, String> ids = new HashMap<>();
    Sql.list(
            connection,
            QUERY,
            values -> {
              values.number(scanId);
              for (int i = 0; i < NAMES_ASKED; i++) {
                values.text(names.get(Math.min(i, names.size() - 1)));
              }
            },
            row -> Map.entry(row.getString("upn_key"), row.getString("user_id")))
        .forEach(row -> ids.put(row.getKey(), row.getValue()));
    return ids;
  }
}
