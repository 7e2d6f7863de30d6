package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code scan} that a scan's life changes, on one connection. */
final class ScanRows {
  private static final int REASON_MAX_CHARS = 500;
  private static final String COMPLETED = "state in ('COMPLETED', 'COMPLETED_WITH_GAPS')";

  private final Connection connection;

  ScanRows(Connection connection) {
    this.connection = connection;
  }

  /** An open scan of a tenant: what a run needs to start or to go on. */
  record Open(
      long id, TenantId tenantId, Instant startedAt, @Nullable SignIns signIns, long requests) {}

  /** A queued scan with all its collections pending; empty when one is open already. */
  Optional<Long> insert(TenantId tenantId, Instant now) throws SQLException {
    long id =
        Sql.list(connection, "select nextval('scan_seq')", values -> {}, row -> row.getLong(1))
            .get(0);
    int inserted =
        Sql.update(
            connection,
            "insert into scan (id, tenant_id, open_for, state, cancel_requested, graph_requests,"
                + " requested_at) values (?, ?, ?, 'QUEUED', false, 0, ?) on conflict do nothing",
            values ->
                values.number(id).text(tenantId.toString()).text(tenantId.toString()).time(now));
    if (inserted == 0) {
      return Optional.empty();
    }
    new CollectionRows(connection, id).insertPending();
    return Optional.of(id);
  }

  /** The tenant's open scan, now running; empty when none is open. */
  Optional<Open> start(TenantId tenantId, Instant now) throws SQLException {
    Sql.update(
        connection,
        "update scan set state = 'RUNNING', reason = null, started_at = coalesce(started_at, ?)"
            + " where open_for = ?",
        values -> values.time(now).text(tenantId.toString()));
    return Sql.list(
            connection,
            "select id, started_at, sign_ins, graph_requests from scan where open_for = ?",
            values -> values.text(tenantId.toString()),
            row ->
                new Open(
                    row.getLong("id"),
                    tenantId,
                    Sql.requiredTime(row, "started_at"),
                    signIns(row.getString("sign_ins")),
                    row.getLong("graph_requests")))
        .stream()
        .findFirst();
  }

  /** What a scan found out about sign-ins; null when it never got there. */
  @Nullable SignIns signInsOf(long id) throws SQLException {
    List<SignIns> found = new ArrayList<>();
    Sql.list(
        connection,
        "select sign_ins from scan where id = ?",
        values -> values.number(id),
        row -> found.add(signIns(row.getString(1))));
    return found.isEmpty() ? null : found.get(0);
  }

  private static @Nullable SignIns signIns(@Nullable String word) {
    return word == null ? null : SignIns.valueOf(word);
  }

  /** Throws {@link ScanCancelled} when the user no longer wants the scan. */
  void countRequests(long id, long requests) throws SQLException {
    int open =
        Sql.update(
            connection,
            "update scan set graph_requests = ? where id = ? and not cancel_requested",
            values -> values.number(requests).number(id));
    if (open == 0) {
      throw new ScanCancelled();
    }
  }

  /** Whether nobody asked to stop it. */
  boolean wanted(long id) throws SQLException {
    return !Sql.list(
            connection,
            "select id from scan where id = ? and not cancel_requested",
            values -> values.number(id),
            row -> row.getLong(1))
        .isEmpty();
  }

  /** Sign-ins have no collection of their own: they come with the users or not at all. */
  boolean lackedPermission(long id) throws SQLException {
    return !Sql.list(
            connection,
            "select s.id from scan s where s.id = ? and (s.sign_ins = 'NOT_PERMITTED' or exists"
                + " (select 1 from scan_collection c where c.scan_id = s.id"
                + " and c.state = 'NOT_PERMITTED'))",
            values -> values.number(id),
            row -> row.getLong(1))
        .isEmpty();
  }

  void knowSignIns(long id, SignIns signIns) throws SQLException {
    Sql.update(
        connection,
        "update scan set sign_ins = ? where id = ?",
        values -> values.text(signIns.name()).number(id));
  }

  void pause(long id, String reason) throws SQLException {
    Sql.update(
        connection,
        "update scan set state = 'WAITING', reason = ? where id = ?",
        values -> values.text(GraphText.cut(reason, REASON_MAX_CHARS)).number(id));
  }

  void end(long id, ScanState state, @Nullable String reason, Instant now) throws SQLException {
    Sql.update(
        connection,
        "update scan set state = ?, reason = ?, finished_at = ?, open_for = null where id = ?",
        values ->
            values
                .text(state.name())
                .text(reason == null ? null : GraphText.cut(reason, REASON_MAX_CHARS))
                .time(now)
                .number(id));
  }

  /** Asks a running scan to stop, or ends one that nobody works on. */
  void cancel(long id, Instant now) throws SQLException {
    int stopped =
        Sql.update(
            connection,
            "update scan set state = 'CANCELLED', finished_at = ?, open_for = null,"
                + " cancel_requested = true where id = ? and state in ('QUEUED', 'WAITING')",
            values -> values.time(now).number(id));
    if (stopped == 0) {
      Sql.update(
          connection,
          "update scan set cancel_requested = true where id = ? and state = 'RUNNING'",
          values -> values.number(id));
    }
  }

  /** When the tenant's newest scan was asked for, whatever became of it. */
  Optional<Instant> lastRequest(TenantId tenantId) throws SQLException {
    return Sql.list(
            connection,
            "select requested_at from scan where tenant_id = ? order by id desc limit 1",
            values -> values.text(tenantId.toString()),
            row -> Sql.requiredTime(row, "requested_at"))
        .stream()
        .findFirst();
  }

  /** The newest scan before that one that ended and read the collection in full. */
  Optional<Long> previous(long id, TenantId tenantId, CollectionName name) throws SQLException {
    return Sql.list(
            connection,
            "select s.id from scan s join scan_collection c on c.scan_id = s.id where s.tenant_id ="
                + " ? and s.id < ? and s."
                + COMPLETED
                + " and c.name = ? and c.state = 'COMPLETE' order by s.id desc limit 1",
            values -> values.text(tenantId.toString()).number(id).text(name.name()),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** A scan that left a snapshot. */
  record Earlier(long scanId, Instant startedAt) {}

  /** The newest scan before that one that read the collection, in full or in part. */
  Optional<Earlier> earlier(long id, TenantId tenantId, CollectionName name) throws SQLException {
    return Sql.list(
            connection,
            "select s.id, s.started_at from scan s join scan_collection c on c.scan_id = s.id where"
                + " s.tenant_id = ? and s.id < ? and s."
                + COMPLETED
                + " and c.name = ? and c.state in ('COMPLETE', 'PARTIAL') order by s.id desc"
                + " limit 1",
            values -> values.text(tenantId.toString()).number(id).text(name.name()),
            row -> new Earlier(row.getLong("id"), Sql.requiredTime(row, "started_at")))
        .stream()
        .findFirst();
  }

  /** Scans of the tenant that left a snapshot, newest first. */
  List<Long> completed(TenantId tenantId, int limit) throws SQLException {
    return Sql.list(
        connection,
        "select id from scan where tenant_id = ? and " + COMPLETED + " order by id desc limit ?",
        values -> values.text(tenantId.toString()).number(limit),
        row -> row.getLong(1));
  }
}
