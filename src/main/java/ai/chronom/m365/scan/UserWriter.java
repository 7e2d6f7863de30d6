package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores a scan's users and their licenses in batches, page by page. It remembers the sets of
 * disabled plans it stored, so one instance serves one run; after a failed transaction only {@link
 * #storeMissing} may be used.
 */
final class UserWriter implements PageWriter<ScannedUser> {
  private static final int BATCH_ROWS = 1_000;

  /** Tenants have a few dozen; an odd one gets duplicates rather than all our memory. */
  private static final int SETS_REMEMBERED = 10_000;

  static final String USER_COLUMNS =
      "scan_id, user_id, user_principal_name, upn_key, mail_key, display_name, given_name,"
          + " surname, job_title, employee_id, employee_type, department, company_name, usage_location,"
          + " user_type, external_user_state, account_enabled, synced, created_at, hired_at,"
          + " sign_ins_read, last_successful, last_interactive, last_non_interactive, seats";
  private static final String USER =
      "insert into snapshot_user ("
          + USER_COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  static final String PATH_COLUMNS =
      "scan_id, user_id, sku_id, group_id, state, error, set_no, updated_at";
  private static final String PATH =
      "insert into snapshot_path ("
          + PATH_COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final int PAGE_BYTES = 1 << 18;

  private final long scanId;
  private final CopyRows userRows = new CopyRows(PAGE_BYTES);
  private final CopyRows pathRows = new CopyRows(PAGE_BYTES);
  private boolean meetsStored;
  private final Map<Set<PlanId>, Integer> setNumbers = new HashMap<>();
  private int nextSetNo;

  UserWriter(long scanId) {
    this.scanId = scanId;
  }

  /** The key under which an account and its row in a usage report meet. */
  static String upnKey(String userPrincipalName) {
    return userPrincipalName.toLowerCase(Locale.ROOT);
  }

  /** As it is stored: lower case may be longer. */
  static String key(String address) {
    return GraphText.cut(upnKey(address), 320);
  }

  @Override
  public void store(Connection connection, List<ScannedUser> users) throws SQLException {
    Optional<PostgresCopy> copy = PostgresCopy.on(connection);
    if (copy.isPresent()) {
      copy(connection, copy.get(), users, meetsStored ? stored(connection, users) : Set.of());
    } else {
      insert(connection, users);
    }
  }

  /** Where one user is stored already, more will be: from now on they are asked for first. */
  @Override
  public void storeMissing(Connection connection, List<ScannedUser> users) throws SQLException {
    meetsStored = true;
    setNumbers.clear();
    nextSetNo = 0;
    store(connection, users);
  }

  private void insert(Connection connection, List<ScannedUser> users) throws SQLException {
    try (PreparedStatement userBatch = connection.prepareStatement(USER);
        PreparedStatement pathBatch = connection.prepareStatement(PATH)) {
      Sql.Values userValues = new Sql.Values(userBatch);
      Sql.Values pathValues = new Sql.Values(pathBatch);
      int bound = 0;
      int paths = 0;
      for (ScannedUser user : users) {
        user(userValues, user);
        paths += paths(connection, pathValues, user);
        if (++bound % BATCH_ROWS == 0) {
          userBatch.executeBatch();
        }
        if (paths >= BATCH_ROWS) {
          pathBatch.executeBatch();
          paths = 0;
        }
      }
      userBatch.executeBatch();
      pathBatch.executeBatch();
    }
  }

  /** COPY knows no conflicts: who is stored already is left out before. */
  private void copy(
      Connection connection, PostgresCopy copy, List<ScannedUser> users, Set<String> stored)
      throws SQLException {
    userRows.clear();
    pathRows.clear();
    Set<String> seen = new HashSet<>(stored);
    for (ScannedUser user : users) {
      if (seen.add(user.id())) {
        user(userRows, user);
        paths(connection, pathRows, user);
      }
    }
    copy.rows("snapshot_user", USER_COLUMNS, userRows);
    copy.rows("snapshot_path", PATH_COLUMNS, pathRows);
  }

  private Set<String> stored(Connection connection, List<ScannedUser> users) throws SQLException {
    Array ids = connection.createArrayOf("varchar", users.stream().map(ScannedUser::id).toArray());
    try (PreparedStatement query =
        connection.prepareStatement(
            "select user_id from snapshot_user where scan_id = ? and user_id = any (?)")) {
      query.setLong(1, scanId);
      query.setArray(2, ids);
      Set<String> stored = new HashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          stored.add(rows.getString(1));
        }
      }
      return stored;
    } finally {
      ids.free();
    }
  }

  private void user(RowValues values, ScannedUser user) throws SQLException {
    values
        .number(scanId)
        .text(user.id())
        .text(user.userPrincipalName())
        .text(key(user.userPrincipalName()))
        .text(user.mail() == null ? null : key(user.mail()))
        .text(user.displayName())
        .text(user.givenName())
        .text(user.surname())
        .text(user.jobTitle())
        .text(user.employeeId())
        .text(user.employeeType())
        .text(user.department())
        .text(user.companyName())
        .text(user.usageLocation())
        .text(user.userType())
        .text(user.externalUserState())
        .flag(user.accountEnabled())
        .flag(user.synced())
        .time(user.createdAt())
        .time(user.hiredAt());
    SignInActivity signIns = user.signIns();
    values
        .flag(signIns != null)
        .time(signIns == null ? null : signIns.lastSuccessful())
        .time(signIns == null ? null : signIns.lastInteractive())
        .time(signIns == null ? null : signIns.lastNonInteractive())
        .number(user.seats().size())
        .row();
  }

  private int paths(Connection connection, RowValues values, ScannedUser user) throws SQLException {
    int bound = 0;
    for (Seat seat : user.seats()) {
      for (AssignmentPath path : distinct(seat.paths())) {
        String group = path.groupId();
        values
            .number(scanId)
            .text(user.id())
            .text(seat.skuId().toString())
            .text(group == null ? "" : group)
            .text(path.state())
            .text(path.error())
            .number(setNumber(connection, path.disabledPlans()))
            .time(path.lastUpdated())
            .row();
        bound++;
      }
    }
    return bound;
  }

  /** One way per group is kept, the first that came. */
  private static Collection<AssignmentPath> distinct(List<AssignmentPath> paths) {
    if (paths.size() < 2) {
      return paths;
    }
    Map<String, AssignmentPath> byGroup = new LinkedHashMap<>();
    paths.forEach(path -> byGroup.putIfAbsent(String.valueOf(path.groupId()), path));
    return byGroup.values();
  }

  private @Nullable Integer setNumber(Connection connection, Set<PlanId> plans)
      throws SQLException {
    if (plans.isEmpty()) {
      return null;
    }
    Integer known = setNumbers.get(plans);
    if (known != null) {
      return known;
    }
    int number = nextSetNo(connection);
    Sql.update(
        connection,
        "insert into snapshot_plan_set (scan_id, set_no, plans) values (?, ?, ?)",
        values ->
            values
                .number(scanId)
                .number(number)
                .text(
                    plans.stream()
                        .map(PlanId::toString)
                        .sorted()
                        .collect(Collectors.joining(" "))));
    if (setNumbers.size() < SETS_REMEMBERED) {
      setNumbers.put(plans, number);
    }
    return number;
  }

  /** A resumed scan goes on behind the sets of the run before. */
  private int nextSetNo(Connection connection) throws SQLException {
    if (nextSetNo == 0) {
      nextSetNo =
          Sql.list(
                  connection,
                  "select coalesce(max(set_no), 0) from snapshot_plan_set where scan_id = ?",
                  values -> values.number(scanId),
                  row -> row.getInt(1))
              .get(0);
    }
    return ++nextSetNo;
  }
}
