package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which application roles the token of a scan held as it began, on one connection. */
final class ScanRoles {
  private static final Set<String> USED =
      ScanCollections.inOrder().stream()
          .map(each -> each.permission().graphRole())
          .collect(Collectors.toUnmodifiableSet());

  private final Connection connection;

  ScanRoles(Connection connection) {
    this.connection = connection;
  }

  /** Whether there is a role now that scans read by, and that was not there. */
  static boolean addsTo(Set<String> had, Set<String> now) {
    return now.stream().anyMatch(role -> USED.contains(role) && !had.contains(role));
  }

  /** Of its first run: what later ones may read more, they don't read again. */
  void remember(long scanId, Set<String> roles) throws SQLException {
    Set<String> used = new TreeSet<>(roles);
    used.retainAll(USED);
    Sql.update(
        connection,
        "update scan set roles = ? where id = ? and roles is null",
        values -> values.text(String.join(" ", used)).number(scanId));
  }

  /** Empty when the scan never began, or its token could not be read. */
  Optional<Set<String>> of(long scanId) throws SQLException {
    List<String> found = new ArrayList<>();
    Sql.list(
        connection,
        "select roles from scan where id = ? and roles is not null",
        values -> values.number(scanId),
        row -> found.add(row.getString(1)));
    return found.stream()
        .findFirst()
        .map(roles -> roles.isEmpty() ? Set.<String>of() : Set.of(roles.split(" ")));
  }
}
