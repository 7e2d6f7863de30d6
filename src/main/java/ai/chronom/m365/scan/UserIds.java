package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the accounts behind the principal names of a report. Names that no account bears belong to
 * people who left, or came after the users were read.
 */
final class UserIds {
  static final int NAMES_ASKED = 200;

  /**
   * Name by name, which only the index can answer: a table that PostgreSQL never looked at it would
   * read from end to end for each part of a report.
   */
  static final String QUERY =
      "select asked.name_key, (select min(n.user_id) from "
          + AccountNames.PRINCIPAL
          + " n where n.scan_id = ? and n.name_key = asked.name_key) as user_id from (values "
          + String.join(", ", Collections.nCopies(NAMES_ASKED, "(cast(? as varchar(320)))"))
          + ") asked (name_key)";

  private UserIds() {}

  private record Named(String name, @Nullable String userId) {}

  /** The rows of accounts, under their ids. */
  static <T> List<OfUser<T>> of(Connection connection, long scanId, List<UsageReport.Named<T>> rows)
      throws SQLException {
    Map<String, @Nullable String> ids = new HashMap<>();
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
  private static Map<String, @Nullable String> ids(
      Connection connection, long scanId, List<String> names) throws SQLException {
    Map<String, @Nullable String> ids = new HashMap<>();
    Sql.list(
            connection,
            QUERY,
            values -> {
              values.number(scanId);
              for (int i = 0; i < NAMES_ASKED; i++) {
                values.text(names.get(Math.min(i, names.size() - 1)));
              }
            },
            row -> new Named(row.getString("name_key"), row.getString("user_id")))
        .forEach(row -> ids.put(row.name(), row.userId()));
    return ids;
  }
}
