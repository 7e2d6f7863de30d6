package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks accounts up by their names: each page by its key, whatever its place among a million (ADR
 * 105).
 */
final class AccountRows {
  private static final String COLUMNS =
      "user_id, user_principal_name, upn_key, display_name, department, user_type, account_enabled,"
          + " seats, sign_ins_read, last_successful";

  private final Connection connection;
  private final long scanId;

  AccountRows(Connection connection, long scanId) {
    this.connection = connection;
    this.scanId = scanId;
  }

  AccountPage page(AccountQuery query) throws SQLException {
    String begin = query.text() == null ? "" : query.text().strip().toLowerCase(Locale.ROOT);
    // One more tells whether there are more.
    int wanted = query.size() + 1;
    String edge = edge(query.from());
    String select =
        begin.isEmpty()
            ? some("upn_key", query, false)
            : "select * from (("
                + some("upn_key", query, true)
                + ") union ("
                + some("name_key", query, true)
                + ")) found order by upn_key"
                + direction(query)
                + " limit ?";
    List<AccountLine> lines =
        new ArrayList<>(
            Sql.list(
                connection,
                select,
                values -> {
                  bind(values, query, begin, edge);
                  if (!begin.isEmpty()) {
                    bind(values, query, begin, edge);
                    values.number(wanted);
                  }
                },
                AccountRows::line));
    boolean more = lines.size() == wanted;
    if (more) {
      lines.remove(lines.size() - 1);
    }
    if (query.backward()) {
      Collections.reverse(lines);
      return new AccountPage(lines, more, true);
    }
    return new AccountPage(lines, query.from() != null, more);
  }

  private static String some(String key, AccountQuery query, boolean begins) {
    StringBuilder select =
        new StringBuilder("select ")
            .append(COLUMNS)
            .append(" from snapshot_user where scan_id = ?")
            .append(query.backward() ? " and upn_key < ?" : " and upn_key > ?");
    if (begins) {
      select.append(" and ").append(key).append(" like ? escape '!'");
    }
    select.append(" and ").append(query.state().condition());
    if (query.department() != null) {
      select.append(" and department = ?");
    }
    // Named as the index is, or H2 sorts all that come after.
    return select
        .append(" order by upn_key")
        .append(direction(query))
        .append(" limit ?")
        .toString();
  }

  private static String direction(AccountQuery query) {
    return query.backward() ? " desc" : "";
  }

  private void bind(Sql.Values values, AccountQuery query, String begin, String edge)
      throws SQLException {
    values.number(scanId).text(edge);
    if (!begin.isEmpty()) {
      values.text(literally(begin) + "%");
    }
    if (query.department() != null) {
      values.text(query.department());
    }
    values.number(query.size() + 1);
  }

  /** The name behind which the page begins; that of an account that is gone is before all. */
  private String edge(@Nullable String from) throws SQLException {
    return from == null
        ? ""
        : Sql.list(
                connection,
                "select upn_key from snapshot_user where scan_id = ? and user_id = ?",
                values -> values.number(scanId).text(from),
                row -> row.getString(1))
            .stream()
            .findFirst()
            .orElse("");
  }

  /** What the user typed is no pattern. */
  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Reads the whole snapshot: asked for administrators alone, whose number is small. */
  List<String> namesakes(ScannedUser of) throws SQLException {
    return Sql.list(
        connection,
        "select user_id from snapshot_user where scan_id = ? and seats > 0 and account_enabled"
            + " and user_id <> ? and (lower(trim(employee_id)) = ?"
            + " or (lower(trim(given_name)) = ? and lower(trim(surname)) = ?))"
            + " order by user_id limit 20",
        values ->
            values
                .number(scanId)
                .text(of.id())
                .text(plain(of.employeeId()))
                .text(plain(of.givenName()))
                .text(plain(of.surname())),
        row -> row.getString(1));
  }

  /** Null for nothing, which equals nothing. */
  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static AccountLine line(ResultSet row) throws SQLException {
    return new AccountLine(
        row.getString("user_id"),
        row.getString("user_principal_name"),
        row.getString("display_name"),
        row.getString("department"),
        row.getString("user_type"),
        row.getBoolean("account_enabled"),
        row.getInt("seats"),
        row.getBoolean("sign_ins_read"),
        Sql.time(row, "last_successful"));
  }
}
