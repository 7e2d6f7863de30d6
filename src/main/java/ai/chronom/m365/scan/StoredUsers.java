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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
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
      "select * from snapshot_user where scan_id = ? and user_id > ? and user_id < ? and seats > 0"
          + " order by user_id limit "
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
    blocks(this::block, block -> block.forEach(visitor), ScannedUser::id);
  }

  @Override
  public void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
    Standing standing = Sql.call(source, c -> Standing.of(c, scanId));
    blocks(
        (connection, after, before) ->
            traced(connection, block(connection, after, before), standing),
        block -> block.forEach(one -> visitor.accept(one.user(), one.traces())),
        one -> one.user().id());
  }

  private record Traced(ScannedUser user, UserTraces traces) {}

  /** Reads the block behind the first id and before the other. */
  @FunctionalInterface
  private interface BlockReader<T> {
    List<T> read(Connection connection, String after, String before) throws SQLException;
  }

  /** Within narrow ranges of ids: H2 sorts all of a range for each of its blocks. */
  private <T> void blocks(
      BlockReader<T> reader, Consumer<List<T>> visitor, Function<T, String> id) {
    String last = "";
    for (String before : IdRanges.ends(users())) {
      List<T> block;
      do {
        String after = last;
        block = Sql.call(source, connection -> reader.read(connection, after, before));
        visitor.accept(block);
        last = block.isEmpty() ? last : id.apply(block.get(block.size() - 1));
      } while (block.size() == BLOCK_USERS);
    }
  }

  private long users() {
    return Sql.call(source, c -> new CollectionRows(c, scanId).items(CollectionName.USERS))
        .orElse(0L);
  }

  private List<Traced> traced(Connection connection, List<ScannedUser> users, Standing standing)
      throws SQLException {
    if (users.isEmpty()) {
      return List.of();
    }
    List<UserTraces> traces =
        new StoredTraces(connection, scanId, first(users), last(users)).of(users, standing);
    List<Traced> traced = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      traced.add(new Traced(users.get(i), traces.get(i)));
    }
    return traced;
  }

  private static String first(List<ScannedUser> users) {
    return users.get(0).id();
  }

  private static String last(List<ScannedUser> users) {
    return users.get(users.size() - 1).id();
  }

  private List<ScannedUser> block(Connection connection, String after, String before)
      throws SQLException {
    return whole(
        connection,
        Sql.list(
            connection,
            USERS,
            values -> values.number(scanId).text(after).text(before),
            StoredUsers::user));
  }

  @Override
  public Optional<ScannedUser> find(String userId) {
    return Sql.call(
            source,
            connection ->
                whole(
                    connection,
                    Sql.list(
                        connection,
                        "select * from snapshot_user where scan_id = ? and user_id = ?",
                        values -> values.number(scanId).text(userId),
                        StoredUsers::user)))
        .stream()
        .findFirst();
  }

  /** The same users with their seats and the use of services. */
  private List<ScannedUser> whole(Connection connection, List<ScannedUser> bare)
      throws SQLException {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, Map<SkuId, List<AssignmentPath>>> paths =
        paths(connection, first(bare), last(bare));
    Map<String, ServiceActivity> activity = new HashMap<>();
    UserTables.SERVICE_USE
        .between(connection, scanId, first(bare), last(bare))
        .forEach(row -> activity.put(row.userId(), row.value()));
    return bare.stream()
        .map(user -> user.with(activity.get(user.id()), seats(user, paths)))
        .toList();
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

  private static List<Seat> seats(
      ScannedUser bare, Map<String, Map<SkuId, List<AssignmentPath>>> paths) {
    List<Seat> seats = new ArrayList<>();
    paths.getOrDefault(bare.id(), Map.of()).forEach((sku, ways) -> seats.add(new Seat(sku, ways)));
    return seats;
  }

  private static ScannedUser user(ResultSet row) throws SQLException {
    return new ScannedUser(
        row.getString("user_id"),
        row.getString("user_principal_name"),
        row.getString("mail_key"),
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
        null,
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
}
