package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Reads a snapshot: all that is small at once, users as a stream. */
final class SnapshotReader {
  private static final String HEAD =
      "select id, tenant_id, started_at, sign_ins from scan"
          + " where state in ('COMPLETED', 'COMPLETED_WITH_GAPS') and ";

  private final DataSource source;
  private final Executor ahead;

  /**
   * @param ahead reads users while those before are looked at
   */
  SnapshotReader(DataSource source, Executor ahead) {
    this.source = source;
    this.ahead = ahead;
  }

  Optional<Snapshot> latest(TenantId tenantId) {
    return read(
        HEAD + "tenant_id = ? order by id desc limit 1",
        values -> values.text(tenantId.toString()));
  }

  OptionalLong latestId(TenantId tenantId) {
    return Sql.call(
            source,
            connection ->
                Sql.list(
                    connection,
                    HEAD + "tenant_id = ? order by id desc limit 1",
                    values -> values.text(tenantId.toString()),
                    row -> row.getLong("id")))
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  Optional<Snapshot> of(long scanId) {
    return read(HEAD + "id = ?", values -> values.number(scanId));
  }

  private record Head(long scanId, TenantId tenantId, Instant takenAt, boolean signInsKnown) {}

  private Optional<Snapshot> read(String query, Sql.Binder binder) {
    return Sql.call(
        source,
        connection -> {
          List<Head> heads = Sql.list(connection, query, binder, SnapshotReader::head);
          return heads.isEmpty()
              ? Optional.empty()
              : Optional.of(snapshot(connection, heads.get(0)));
        });
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getLong("id"),
        new TenantId(UUID.fromString(row.getString("tenant_id"))),
        Sql.requiredTime(row, "started_at"),
        SignIns.KNOWN.name().equals(row.getString("sign_ins")));
  }

  private Snapshot snapshot(Connection connection, Head head) throws SQLException {
    return new Snapshot(
        head.scanId(),
        head.tenantId(),
        head.takenAt(),
        head.signInsKnown(),
        collections(connection, head.scanId()),
        skus(connection, head.scanId()),
        subscriptions(connection, head.scanId()),
        groups(connection, head.scanId()),
        earlierUnits(connection, head),
        new StoredUsers(source, ahead, head.scanId()),
        new StoredInventory(source, head.scanId()));
  }

  private static Map<CollectionName, CollectionResult> collections(
      Connection connection, long scanId) throws SQLException {
    Map<CollectionName, CollectionResult> results = new EnumMap<>(CollectionName.class);
    for (CollectionView view : new ScanViews(connection).collections(scanId)) {
      results.put(
          view.name(),
          new CollectionResult(
              view.name(), view.state(), view.items(), view.reason(), view.asOf()));
    }
    return results;
  }

  private static List<SubscribedSku> skus(Connection connection, long scanId) throws SQLException {
    Map<String, List<SubscribedSku.Plan>> plans = plans(connection, scanId);
    return Sql.list(
        connection,
        "select * from snapshot_sku where scan_id = ? order by sku_id",
        values -> values.number(scanId),
        row ->
            new SubscribedSku(
                SkuId.of(row.getString("sku_id")),
                row.getString("part_number"),
                row.getString("applies_to"),
                row.getString("capability_status"),
                row.getInt("enabled_units"),
                row.getInt("warning_units"),
                row.getInt("suspended_units"),
                row.getInt("locked_out_units"),
                row.getInt("consumed_units"),
                plans.getOrDefault(row.getString("sku_id"), List.of())));
  }

  private static Map<String, List<SubscribedSku.Plan>> plans(Connection connection, long scanId)
      throws SQLException {
    Map<String, List<SubscribedSku.Plan>> plans = new HashMap<>();
    Sql.list(
            connection,
            "select * from snapshot_plan where scan_id = ? order by plan_id",
            values -> values.number(scanId),
            row ->
                Map.entry(
                    row.getString("sku_id"),
                    new SubscribedSku.Plan(
                        PlanId.of(row.getString("plan_id")),
                        row.getString("name"),
                        row.getString("applies_to"),
                        row.getString("provisioning_status"))))
        .forEach(
            plan ->
                plans
                    .computeIfAbsent(plan.getKey(), sku -> new ArrayList<>())
                    .add(plan.getValue()));
    return plans;
  }

  private static List<Subscription> subscriptions(Connection connection, long scanId)
      throws SQLException {
    return Sql.list(
        connection,
        "select * from snapshot_subscription where scan_id = ? order by subscription_id",
        values -> values.number(scanId),
        row ->
            new Subscription(
                row.getString("subscription_id"),
                SkuId.of(row.getString("sku_id")),
                row.getString("status"),
                row.getBoolean("trial"),
                row.getInt("total_licenses"),
                Sql.time(row, "created_at"),
                Sql.time(row, "next_lifecycle"),
                row.getString("owner_tenant_id"),
                row.getString("owner_id")));
  }

  private static List<LicensedGroup> groups(Connection connection, long scanId)
      throws SQLException {
    Map<String, List<SkuId>> skus = new HashMap<>();
    Sql.list(
            connection,
            "select group_id, sku_id from snapshot_group_sku where scan_id = ? order by sku_id",
            values -> values.number(scanId),
            row -> Map.entry(row.getString("group_id"), SkuId.of(row.getString("sku_id"))))
        .forEach(
            sku ->
                skus.computeIfAbsent(sku.getKey(), group -> new ArrayList<>()).add(sku.getValue()));
    return Sql.list(
        connection,
        "select * from snapshot_group where scan_id = ? order by group_id",
        values -> values.number(scanId),
        row ->
            new LicensedGroup(
                row.getString("group_id"),
                row.getString("display_name"),
                row.getString("membership_rule"),
                row.getBoolean("member_errors"),
                skus.getOrDefault(row.getString("group_id"), List.of())));
  }

  private static Optional<Snapshot.EarlierUnits> earlierUnits(Connection connection, Head head)
      throws SQLException {
    Optional<Long> previous =
        new ScanRows(connection)
            .previous(head.scanId(), head.tenantId(), CollectionName.SUBSCRIBED_SKUS);
    if (previous.isEmpty()) {
      return Optional.empty();
    }
    long id = previous.get();
    Instant takenAt =
        Sql.list(
                connection,
                "select started_at from scan where id = ?",
                values -> values.number(id),
                row -> Sql.requiredTime(row, "started_at"))
            .get(0);
    Map<SkuId, Integer> units = new HashMap<>();
    Sql.list(
            connection,
            "select sku_id, enabled_units from snapshot_sku where scan_id = ?",
            values -> values.number(id),
            row -> Map.entry(SkuId.of(row.getString("sku_id")), row.getInt("enabled_units")))
        .forEach(sku -> units.put(sku.getKey(), sku.getValue()));
    return Optional.of(new Snapshot.EarlierUnits(takenAt, units));
  }
}
