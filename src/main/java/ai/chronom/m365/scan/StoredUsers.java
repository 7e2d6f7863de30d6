package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The users of a stored snapshot, read a thousand at a time by their key: no result is held open
 * meanwhile, on whichever database, in whichever transaction (ADR 031).
 */
final class StoredUsers implements SnapshotUsers {
  private static final int BLOCK_USERS = 1_000;
  private static final int PLAN_SETS_MAX = 10_000;
  private static final String USERS =
      "select u.*, a.upn_key as active_upn, a.exchange, a.one_drive, a.share_point, a.teams,"
          + " a.yammer from snapshot_user u left join snapshot_activity a on a.scan_id = u.scan_id"
          + " and a.upn_key = u.upn_key where u.scan_id = ? and u.user_id > ? and u.seats > 0"
          + " order by u.user_id limit "
          + BLOCK_USERS;
  private static final String PATHS =
      "select * from snapshot_path where scan_id = ? and user_id >= ? and user_id <= ?"
          + " order by user_id, sku_id, group_id";

  private final DataSource source;
  private final long scanId;
  private final Map<Integer, Set<PlanId>> planSets = new HashMap<>();

  StoredUsers(DataSource source, long scanId) {
    this.source = source;
    this.scanId = scanId;
  }

  @Override
  public void forEachLicensed(Consumer<ScannedUser> visitor) {
    String last = "";
    List<ScannedUser> block;
    do {
      String after = last;
      block = Sql.call(source, connection -> block(connection, after));
      block.forEach(visitor);
      last = block.isEmpty() ? last : block.get(block.size() - 1).id();
    } while (block.size() == BLOCK_USERS);
  }

  private List<ScannedUser> block(Connection connection, String after) throws SQLException {
    List<ScannedUser> bare =
        Sql.list(connection, USERS, values -> values.number(scanId).text(after), StoredUsers::user);
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, Map<SkuId, List<AssignmentPath>>> paths =
        paths(connection, bare.get(0).id(), bare.get(bare.size() - 1).id());
    return bare.stream().map(user -> withSeats(user, paths)).toList();
  }

  private Map<String, Map<SkuId, List<AssignmentPath>>> paths(
      Connection connection, String first, String last) throws SQLException {
    Map<String, Map<SkuId, List<AssignmentPath>>> paths = new HashMap<>();
    List<PathRow> rows =
        Sql.list(
            connection,
            PATHS,
            values -> values.number(scanId).text(first).text(last),
            StoredUsers::path);
    for (PathRow row : rows) {
      paths
          .computeIfAbsent(row.userId(), user -> new LinkedHashMap<>())
          .computeIfAbsent(row.skuId(), sku -> new ArrayList<>())
          .add(row.path(planSet(connection, row.setNo())));
    }
    return paths;
  }

  private record PathRow(
      String userId, SkuId skuId, AssignmentPath withoutPlans, @Nullable Integer setNo) {
    AssignmentPath path(Set<PlanId> disabledPlans) {
      return disabledPlans.isEmpty()
          ? withoutPlans
          : new AssignmentPath(
              withoutPlans.groupId(),
              withoutPlans.state(),
              withoutPlans.error(),
              disabledPlans,
              withoutPlans.lastUpdated());
    }
  }

  private static PathRow path(ResultSet row) throws SQLException {
    String group = row.getString("group_id");
    int setNo = row.getInt("set_no");
    Integer set = row.wasNull() ? null : setNo;
    return new PathRow(
        row.getString("user_id"),
        SkuId.of(row.getString("sku_id")),
        new AssignmentPath(
            group.isEmpty() ? null : group,
            row.getString("state"),
            row.getString("error"),
            Set.of(),
            Sql.time(row, "updated_at")),
        set);
  }

  private Set<PlanId> planSet(Connection connection, @Nullable Integer setNo) throws SQLException {
    if (setNo == null) {
      return Set.of();
    }
    Set<PlanId> known = planSets.get(setNo);
    if (known != null) {
      return known;
    }
    Set<PlanId> plans = new HashSet<>();
    Sql.list(
            connection,
            "select plans from snapshot_plan_set where scan_id = ? and set_no = ?",
            values -> values.number(scanId).number(setNo.intValue()),
            row -> row.getString(1))
        .forEach(line -> List.of(line.split(" ")).forEach(plan -> plans.add(PlanId.of(plan))));
    if (planSets.size() >= PLAN_SETS_MAX) {
      planSets.clear();
    }
    planSets.put(setNo, Set.copyOf(plans));
    return plans;
  }

  private static ScannedUser withSeats(
      ScannedUser bare, Map<String, Map<SkuId, List<AssignmentPath>>> paths) {
    List<Seat> seats = new ArrayList<>();
    paths.getOrDefault(bare.id(), Map.of()).forEach((sku, ways) -> seats.add(new Seat(sku, ways)));
    return bare.withSeats(seats);
  }

  private static ScannedUser user(ResultSet row) throws SQLException {
    return new ScannedUser(
        row.getString("user_id"),
        row.getString("user_principal_name"),
        row.getString("display_name"),
        row.getString("given_name"),
        row.getString("surname"),
        row.getString("job_title"),
        row.getString("employee_id"),
        row.getString("employee_type"),
        row.getString("department"),
        row.getString("company_name"),
        row.getString("usage_location"),
        row.getString("user_type"),
        row.getString("external_user_state"),
        row.getBoolean("account_enabled"),
        row.getBoolean("synced"),
        Sql.time(row, "created_at"),
        Sql.time(row, "hired_at"),
        Sql.time(row, "disabled_seen"),
        signIns(row),
        activity(row),
        List.of());
  }

  private static @Nullable SignInActivity signIns(ResultSet row) throws SQLException {
    return row.getBoolean("sign_ins_read")
        ? new SignInActivity(
            Sql.time(row, "last_successful"),
            Sql.time(row, "last_interactive"),
            Sql.time(row, "last_non_interactive"))
        : null;
  }

  private static @Nullable ServiceActivity activity(ResultSet row) throws SQLException {
    return row.getString("active_upn") == null
        ? null
        : new ServiceActivity(
            Sql.day(row, "exchange"),
            Sql.day(row, "one_drive"),
            Sql.day(row, "share_point"),
            Sql.day(row, "teams"),
            Sql.day(row, "yammer"));
  }
}
