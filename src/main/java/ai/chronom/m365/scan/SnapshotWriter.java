package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Stores what a scan read, in batches, on one connection. A row that is there already stays as it
 * is: a page that comes again, or a user on two pages, changes nothing.
 */
final class SnapshotWriter {
  private static final int BATCH_ROWS = 1_000;
  private static final String ONCE = " on conflict do nothing";

  private final Connection connection;
  private final long scanId;

  SnapshotWriter(Connection connection, long scanId) {
    this.connection = connection;
    this.scanId = scanId;
  }

  /** Binds one row; a row may become several. */
  @FunctionalInterface
  private interface RowBinder<T> {
    void bind(Sql.Values values, T row) throws SQLException;
  }

  void organization(List<Organization> organizations) throws SQLException {
    batch(
        "insert into snapshot_organization (scan_id, display_name, country, created_at)"
            + " values (?, ?, ?, ?)",
        organizations,
        (values, organization) ->
            values
                .number(scanId)
                .text(organization.displayName())
                .text(organization.country())
                .time(organization.createdAt())
                .row());
  }

  void skus(List<SubscribedSku> skus) throws SQLException {
    batch(
        "insert into snapshot_sku (scan_id, sku_id, part_number, applies_to, capability_status,"
            + " enabled_units, warning_units, suspended_units, locked_out_units, consumed_units)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        skus,
        this::sku);
    record PlanRow(SkuId skuId, SubscribedSku.Plan plan) {}
    batch(
        "insert into snapshot_plan (scan_id, sku_id, plan_id, name, applies_to,"
            + " provisioning_status) values (?, ?, ?, ?, ?, ?)",
        skus.stream()
            .flatMap(sku -> sku.plans().stream().map(plan -> new PlanRow(sku.skuId(), plan)))
            .toList(),
        (values, row) ->
            values
                .number(scanId)
                .text(row.skuId().toString())
                .text(row.plan().planId().toString())
                .text(row.plan().name())
                .text(row.plan().appliesTo())
                .text(row.plan().provisioningStatus())
                .row());
  }

  private void sku(Sql.Values values, SubscribedSku sku) throws SQLException {
    values
        .number(scanId)
        .text(sku.skuId().toString())
        .text(sku.partNumber())
        .text(sku.appliesTo())
        .text(sku.capabilityStatus())
        .number(sku.enabledUnits())
        .number(sku.warningUnits())
        .number(sku.suspendedUnits())
        .number(sku.lockedOutUnits())
        .number(sku.consumedUnits())
        .row();
  }

  void subscriptions(List<Subscription> subscriptions) throws SQLException {
    batch(
        "insert into snapshot_subscription (scan_id, subscription_id, sku_id, status, trial,"
            + " total_licenses, created_at, next_lifecycle, owner_tenant_id,"
            + " owner_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        subscriptions,
        (values, subscription) ->
            values
                .number(scanId)
                .text(subscription.subscriptionId())
                .text(subscription.skuId().toString())
                .text(subscription.status())
                .flag(subscription.trial())
                .number(subscription.totalLicenses())
                .time(subscription.createdAt())
                .time(subscription.nextLifecycle())
                .text(subscription.ownerTenantId())
                .text(subscription.ownerId())
                .row());
  }

  void groups(List<LicensedGroup> groups) throws SQLException {
    batch(
        "insert into snapshot_group (scan_id, group_id, display_name, membership_rule,"
            + " member_errors) values (?, ?, ?, ?, ?)",
        groups,
        (values, group) ->
            values
                .number(scanId)
                .text(group.id())
                .text(group.displayName())
                .text(group.membershipRule())
                .flag(group.membersWithLicenseErrors())
                .row());
    record SkuRow(String groupId, SkuId skuId) {}
    batch(
        "insert into snapshot_group_sku (scan_id, group_id, sku_id) values (?, ?, ?)",
        groups.stream()
            .flatMap(group -> group.skus().stream().map(sku -> new SkuRow(group.id(), sku)))
            .toList(),
        (values, row) ->
            values.number(scanId).text(row.groupId()).text(row.skuId().toString()).row());
  }

  /**
   * Carries on what earlier snapshots knew of disabled accounts: since when, or since now for those
   * that were enabled the last time.
   */
  void rememberDisabled(long previousScanId, Instant now) throws SQLException {
    Sql.update(
        connection,
        "update snapshot_user set disabled_seen = (select case when p.account_enabled then ? else"
            + " p.disabled_seen end from snapshot_user p where p.scan_id = ? and p.user_id ="
            + " snapshot_user.user_id) where scan_id = ? and not account_enabled",
        values -> values.time(now).number(previousScanId).number(scanId));
  }

  long licensedUsers() throws SQLException {
    return count("select count(*) from snapshot_user where scan_id = ? and seats > 0");
  }

  /** The seats of the SKU that most people have: about as many users as there are. */
  long mostConsumedUnits() throws SQLException {
    return count("select coalesce(max(consumed_units), 0) from snapshot_sku where scan_id = ?");
  }

  private long count(String query) throws SQLException {
    return Sql.list(connection, query, values -> values.number(scanId), row -> row.getLong(1))
        .get(0);
  }

  /** The seats of the SKU with one of these plans that most people have. */
  long usersOfPlans(List<String> plans) throws SQLException {
    return Sql.list(
            connection,
            "select coalesce(max(s.consumed_units), 0) from snapshot_sku s where s.scan_id = ? and"
                + " exists (select 1 from snapshot_plan p where p.scan_id = s.scan_id"
                + " and p.sku_id = s.sku_id and p.name in ("
                + String.join(", ", Collections.nCopies(plans.size(), "?"))
                + "))",
            values -> {
              values.number(scanId);
              for (String plan : plans) {
                values.text(plan);
              }
            },
            row -> row.getLong(1))
        .get(0);
  }

  private <T> void batch(String insert, List<T> rows, RowBinder<T> binder) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert + ONCE)) {
      Sql.Values values = new Sql.Values(statement);
      int bound = 0;
      for (T row : rows) {
        binder.bind(values, row);
        if (++bound % BATCH_ROWS == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }
}
