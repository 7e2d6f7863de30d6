package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks accounts up by their names: each page by its key, whatever its place among a million (ADR
 * 105). Names are read in their order by one query and their accounts by another: those of a scan
 * that PostgreSQL has not counted yet it would join in the worst of all ways. What a search finds
 * comes in the order of the names that it met.
 */
final class AccountRows {
  private static final String SELECT =
      "select user_id, user_principal_name, upn_key, display_name, name_key, department, user_type,"
          + " account_enabled, seats, sign_ins_read, last_successful from ";

  /** So many that a filter lets through are sorted here; among more, the names soon meet some. */
  private static final int FEW = 2_000;

  private static final int NAMES_MAX = 4_000;
  private static final int NAMES_GROWTH = 8;

  private final Connection connection;
  private final long scanId;

  AccountRows(Connection connection, long scanId) {
    this.connection = connection;
    this.scanId = scanId;
  }

  private record Account(AccountLine line, String principal, @Nullable String display) {
    AccountName name() {
      return new AccountName(principal, line.id(), false);
    }
  }

  AccountPage page(AccountQuery query) throws SQLException {
    NameBeginning begin = NameBeginning.of(query.text() == null ? "" : query.text());
    AccountName edge = query.from() == null ? AccountName.FIRST : edge(query.from(), begin);
    // One more tells whether there are more.
    int wanted = query.size() + 1;
    Optional<List<Account>> few = begin.any() && query.narrow() ? few(query) : Optional.empty();
    List<AccountLine> lines =
        new ArrayList<>(
            few.isPresent()
                ? next(few.get(), edge, query.backward(), wanted)
                : walk(query, begin, edge, wanted));
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

  /** By the name under which that account is found; one that is gone is before all. */
  private AccountName edge(String from, NameBeginning begin) throws SQLException {
    return of(List.of(from), "1 = 1", values -> {}).stream()
        .findFirst()
        .map(
            account ->
                account.display() != null && !begin.begins(account.principal())
                    ? new AccountName(account.display(), from, true)
                    : account.name())
        .orElse(AccountName.FIRST);
  }

  /** All that the filter lets through; empty when these are many. */
  private Optional<List<Account>> few(AccountQuery query) throws SQLException {
    List<Account> found =
        Sql.list(
            connection,
            SELECT
                + "snapshot_user where scan_id = ? and "
                + condition(query)
                + " limit "
                + (FEW + 1),
            values -> bind(values.number(scanId), query),
            AccountRows::account);
    return found.size() > FEW ? Optional.empty() : Optional.of(found);
  }

  private static List<AccountLine> next(
      List<Account> accounts, AccountName edge, boolean backward, int wanted) {
    Comparator<AccountName> order = backward ? AccountName.ORDER.reversed() : AccountName.ORDER;
    return accounts.stream()
        .filter(account -> order.compare(account.name(), edge) > 0)
        .sorted(Comparator.comparing(Account::name, order))
        .limit(wanted)
        .map(Account::line)
        .toList();
  }

  /** Name by name, in ever larger steps, until there are enough that the filter lets through. */
  private List<AccountLine> walk(
      AccountQuery query, NameBeginning begin, AccountName edge, int wanted) throws SQLException {
    NameWalk names = new NameWalk(connection, scanId, begin, query.backward());
    List<AccountLine> lines = new ArrayList<>();
    AccountName from = edge;
    for (int step = 2 * wanted; ; step = Math.min(NAMES_MAX, NAMES_GROWTH * step)) {
      List<AccountName> some = names.next(from, step);
      Map<String, Account> accounts = of(some, query);
      for (AccountName name : some) {
        Account account = accounts.get(name.id());
        // Who is found by the principal name is not found again.
        if (account != null && !(name.display() && begin.begins(account.principal()))) {
          lines.add(account.line());
          if (lines.size() == wanted) {
            return lines;
          }
        }
      }
      if (some.size() < step) {
        return lines;
      }
      from = some.get(some.size() - 1);
    }
  }

  private Map<String, Account> of(List<AccountName> names, AccountQuery query) throws SQLException {
    Map<String, Account> accounts = new HashMap<>();
    of(
            names.stream().map(AccountName::id).distinct().toList(),
            condition(query),
            values -> bind(values, query))
        .forEach(account -> accounts.put(account.line().id(), account));
    return accounts;
  }

  private List<Account> of(List<String> ids, String condition, Sql.Binder binder)
      throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    SomeAccounts asked = new SomeAccounts(scanId, ids);
    return Sql.list(
        connection,
        SELECT + asked.in(connection, "snapshot_user") + " and " + condition,
        values -> binder.bind(asked.bind(values)),
        AccountRows::account);
  }

  private static String condition(AccountQuery query) {
    return query.state().condition() + (query.department() == null ? "" : " and department = ?");
  }

  private static void bind(Sql.Values values, AccountQuery query) throws SQLException {
    if (query.department() != null) {
      values.text(query.department());
    }
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(line(row), row.getString("upn_key"), row.getString("name_key"));
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
