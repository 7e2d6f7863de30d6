package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
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

  private static final String USERS =
      "select * from snapshot_user where scan_id = ? and user_id > ? and user_id < ? and seats > 0"
          + " order by user_id limit "
          + BLOCK_USERS;

  private final DataSource source;
  private final Executor ahead;
  private final long scanId;

  /**
   * @param ahead reads a block while the one before is looked at
   */
  StoredUsers(DataSource source, Executor ahead, long scanId) {
    this.source = source;
    this.ahead = ahead;
    this.scanId = scanId;
  }

  @Override
  public void forEachLicensed(Consumer<ScannedUser> visitor) {
    StoredLicenses licenses = new StoredLicenses(scanId);
    visit(
        new Blocks<>(
            (connection, after, before) -> block(connection, licenses, after, before),
            ScannedUser::id),
        visitor);
  }

  @Override
  public void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
    Standing standing = Sql.call(source, c -> Standing.of(c, scanId));
    StoredLicenses licenses = new StoredLicenses(scanId);
    visit(
        new Blocks<>(
            (connection, after, before) ->
                traced(connection, block(connection, licenses, after, before), standing),
            one -> one.user().id()),
        one -> visitor.accept(one.user(), one.traces()));
  }

  /** By this thread, one by one; two blocks are in memory at most. */
  private <T> void visit(Blocks<T> blocks, Consumer<T> visitor) {
    Ahead<List<T>> next = new Ahead<>(ahead, blocks::next);
    List<T> block = next.get();
    while (!block.isEmpty()) {
      next = new Ahead<>(ahead, blocks::next);
      try {
        block.forEach(visitor);
      } catch (RuntimeException e) {
        next.stop();
        throw e;
      }
      block = next.get();
    }
  }

  /** Reads the block behind the first id and before the other. */
  @FunctionalInterface
  private interface BlockReader<T> {
    List<T> read(Connection connection, String after, String before) throws SQLException;
  }

  /**
   * All users, block by block, within narrow ranges of ids: H2 sorts all of a range for each of its
   * blocks. For one thread at a time.
   */
  private final class Blocks<T> {
    private final BlockReader<T> reader;
    private final Function<T, String> id;
    private final Iterator<String> ends;
    private String after = "";
    private @Nullable String before;

    Blocks(BlockReader<T> reader, Function<T, String> id) {
      this.reader = reader;
      this.id = id;
      this.ends = IdRanges.ends(users()).iterator();
    }

    /** Empty behind the last one. */
    List<T> next() {
      while (before != null || ends.hasNext()) {
        String end = before == null ? ends.next() : before;
        String last = after;
        List<T> block = Sql.call(source, connection -> reader.read(connection, last, end));
        before = block.size() == BLOCK_USERS ? end : null;
        if (!block.isEmpty()) {
          after = id.apply(block.get(block.size() - 1));
          return block;
        }
      }
      return List.of();
    }
  }

  private long users() {
    return Sql.call(source, c -> new CollectionRows(c, scanId).items(CollectionName.USERS))
        .orElse(0L);
  }

  private List<TracedUser> traced(Connection connection, List<ScannedUser> users, Standing standing)
      throws SQLException {
    if (users.isEmpty()) {
      return List.of();
    }
    List<UserTraces> traces =
        new StoredTraces(connection, scanId, first(users), last(users)).of(users, standing);
    List<TracedUser> traced = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      traced.add(new TracedUser(users.get(i), traces.get(i)));
    }
    return traced;
  }

  private static String first(List<ScannedUser> users) {
    return users.get(0).id();
  }

  private static String last(List<ScannedUser> users) {
    return users.get(users.size() - 1).id();
  }

  private List<ScannedUser> block(
      Connection connection, StoredLicenses licenses, String after, String before)
      throws SQLException {
    return whole(
        connection,
        licenses,
        Sql.list(
            connection,
            USERS,
            values -> values.number(scanId).text(after).text(before),
            UserRow::of));
  }

  @Override
  public Optional<ScannedUser> find(String userId) {
    return findAll(List.of(userId)).stream().findFirst();
  }

  @Override
  public List<ScannedUser> findAll(Collection<String> userIds) {
    return userIds.isEmpty()
        ? List.of()
        : Sql.call(source, connection -> some(connection, userIds));
  }

  @Override
  public Optional<TracedUser> findTraced(String userId) {
    return Sql.call(
        source,
        connection -> {
          List<ScannedUser> found = some(connection, List.of(userId));
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(traced(connection, found, Standing.of(connection, scanId)).get(0));
        });
  }

  private List<ScannedUser> some(Connection connection, Collection<String> ids)
      throws SQLException {
    SomeAccounts asked = SomeAccounts.of(scanId, ids);
    return whole(
        connection,
        new StoredLicenses(scanId),
        Sql.list(
            connection,
            "select snapshot_user.* from "
                + asked.in(connection, "snapshot_user")
                + " order by user_id",
            asked::bind,
            UserRow::of),
        Sql.list(
            connection,
            "select snapshot_service_use.* from " + asked.in(connection, "snapshot_service_use"),
            asked::bind,
            UserTables.SERVICE_USE.reader()));
  }

  /** The same users, which follow each other, with their seats and the use of services. */
  private List<ScannedUser> whole(
      Connection connection, StoredLicenses licenses, List<UserRow> rows) throws SQLException {
    return rows.isEmpty()
        ? List.of()
        : whole(
            connection,
            licenses,
            rows,
            UserTables.SERVICE_USE.between(
                connection, scanId, rows.get(0).id(), rows.get(rows.size() - 1).id()));
  }

  private List<ScannedUser> whole(
      Connection connection,
      StoredLicenses licenses,
      List<UserRow> rows,
      List<OfUser<ServiceActivity>> uses)
      throws SQLException {
    licenses.fetch(
        connection, rows.stream().map(UserRow::licenseSet).filter(Objects::nonNull).toList());
    Map<String, ServiceActivity> activity = new HashMap<>();
    uses.forEach(row -> activity.put(row.userId(), row.value()));
    return rows.stream()
        .map(row -> row.user().with(activity.get(row.id()), row.seats(licenses)))
        .toList();
  }

  /** A user without his seats. */
  private record UserRow(
      ScannedUser user, @Nullable Integer licenseSet, @Nullable String seatsChanged) {
    static UserRow of(ResultSet row) throws SQLException {
      Long set = Sql.number(row, "license_set");
      return new UserRow(
          StoredUsers.user(row),
          set == null ? null : set.intValue(),
          row.getString("seats_changed"));
    }

    String id() {
      return user.id();
    }

    List<Seat> seats(StoredLicenses licenses) {
      return SeatTimes.on(licenses.of(licenseSet), seatsChanged);
    }
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
