package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and removes snapshots that are no longer kept, on one connection. */
final class SnapshotRemoval {
  private static final int BATCH_ROWS = 5_000;

  /** Tables that grow with the tenant, and the key to take rows by; users go last. */
  private static final List<Large> LARGE =
      Stream.of(
              Stream.of(new Large("snapshot_license_set", "set_no")),
              UserTables.ALL.stream().map(Large::of),
              TenantTables.ALL.stream().map(Large::of),
              OptionalTables.ALL.stream().map(Large::of),
              AccountNames.TABLES.stream().map(table -> new Large(table, "name_key")),
              Stream.of(new Large("snapshot_user", "user_id")))
          .flatMap(tables -> tables)
          .toList();

  private record Large(String table, String key) {
    static Large of(SnapshotTable<?> table) {
      return new Large(table.name(), table.key());
    }
  }

  private final Connection connection;

  SnapshotRemoval(Connection connection) {
    this.connection = connection;
  }

  /** Ended scans behind the kept ones; what failed or was cancelled before them goes too. */
  List<Long> disposable(TenantId tenantId, int snapshotsKept) throws SQLException {
    List<Long> kept = new ScanRows(connection).completed(tenantId, snapshotsKept);
    if (kept.isEmpty()) {
      return List.of();
    }
    long newest = kept.get(0);
    long oldestKept = kept.size() == snapshotsKept ? kept.get(kept.size() - 1) : 0;
    return Sql.list(
        connection,
        "select id from scan where tenant_id = ? and open_for is null"
            + " and (id < ? or id < ? and state in ('FAILED', 'CANCELLED')) order by id",
        values -> values.text(tenantId.toString()).number(oldestKept).number(newest),
        row -> row.getLong(1));
  }

  /** Takes all scans from a tenant that goes; from then on they are {@link #ownerless}. */
  int takeFrom(TenantId tenantId) throws SQLException {
    return Sql.update(
        connection,
        "update scan set tenant_id = null, open_for = null where tenant_id = ?",
        values -> values.text(tenantId.toString()));
  }

  /** A scan of a removed tenant that no other node works on, locked; empty when there is none. */
  Optional<Long> ownerless() throws SQLException {
    return Sql.list(
            connection,
            "select id from scan where tenant_id is null order by id limit 1"
                + " for update skip locked",
            values -> {},
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** False when nothing of the scan is left, the scan itself included. */
  boolean removeSome(long scanId) throws SQLException {
    for (Large large : LARGE) {
      if (removeSome(large.table(), large.key(), scanId) > 0) {
        return true;
      }
    }
    return Sql.update(connection, "delete from scan where id = ?", values -> values.number(scanId))
        > 0;
  }

  private int removeSome(String table, String key, long scanId) throws SQLException {
    return Sql.update(
        connection,
        "delete from "
            + table
            + " where scan_id = ? and "
            + key
            + " in (select "
            + key
            + " from "
            + table
            + " where scan_id = ? order by scan_id, "
            + key
            + " limit "
            + BATCH_ROWS
            + ")",
        values -> values.number(scanId).number(scanId));
  }
}
