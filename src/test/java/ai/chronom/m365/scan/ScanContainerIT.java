package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.job.Node;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantLeaving;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.tenant.TenantVerified;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.OpenedCredential;
import ai.chronom.m365.vault.SecretPurpose;
import ai.chronom.m365.vault.Vault;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scans in the server's transactions, on the database that the build asked for. */
@ExtendWith(ArquillianExtension.class)
class ScanContainerIT {
  private static final TenantId TENANT = new TenantId(UUID.fromString(SampleGraph.TENANT));
  private static final long JOB_ID = 7;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject UserTransaction transaction;
  @Inject Node node;
  @Inject FencedTransactions fence;
  @Inject ScanLife life;
  @Inject Scans scans;
  @Inject Snapshots snapshots;
  @Inject SnapshotRetention.Deletion deletion;
  @Inject SnapshotRetention retention;
  @Inject Event<TenantVerified> verified;
  @Inject Event<TenantLeaving> leaving;
  @Inject Clock clock;
  @Inject Vault vault;
  @Inject RetiredSweep retired;

  private final Claim claim = new Claim(JOB_ID, JobKind.SCAN, TENANT, 1, 0);

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests().addClasses(FakeGraph.class, SampleGraph.class, SampleTraces.class);
  }

  /** The job is this node's already, so that the server's own timer leaves it alone. */
  @BeforeEach
  void onboard() {
    Sql.call(
        dataSource,
        connection -> {
          Sql.update(
              connection,
              "insert into tenant (id, name, application_id, cloud, status, status_since,"
                  + " onboarded_at, version) values (?, 'Contoso', ?, 'global', 'VERIFIED', ?, ?,"
                  + " 0)",
              values ->
                  values
                      .text(TENANT.toString())
                      .text(SampleGraph.E5)
                      .time(clock.instant())
                      .time(clock.instant()));
          return Sql.update(
              connection,
              "insert into job (id, kind, tenant_id, due_at, owner, lease_until, fence, failures)"
                  + " values (?, 'SCAN', ?, ?, ?, ?, 1, 0)",
              values ->
                  values
                      .number(JOB_ID)
                      .text(TENANT.toString())
                      .time(clock.instant())
                      .text(node.name())
                      .time(clock.instant().plus(Duration.ofHours(1))));
        });
  }

  @AfterEach
  void leave() {
    // Jobs first, as whoever works on one locks them: the server may be evaluating the snapshot.
    Sql.call(dataSource, c -> Sql.update(c, "delete from job", values -> {}));
    Sql.call(dataSource, c -> Sql.update(c, "delete from tenant", values -> {}));
  }

  private RunEnd run(ScanRows.Open scan) {
    return new ScanRun(
            new ScanContext(claim, scan, SampleGraph.contoso(), fence, executor, clock, time -> {}),
            ScanCollections.inOrder())
        .run();
  }

  private ScanRows.Open begin() {
    return life.begin(claim).orElseThrow();
  }

  private ScanRows.Open completeOne() {
    ScanRows.Open scan = begin();
    run(scan);
    life.complete(claim, scan.id(), false);
    return scan;
  }

  private long count(String query) {
    return Sql.call(dataSource, c -> Sql.list(c, query, values -> {}, row -> row.getLong(1)))
        .get(0);
  }

  @Test
  void leavesASnapshotAndTellsWhoeverListens() {
    ScanRows.Open scan = begin();

    assertThat(run(scan)).isEqualTo(new RunEnd.Completed(false));
    life.complete(claim, scan.id(), false);

    List<UserTraces> traces = new ArrayList<>();
    snapshots
        .latest(TENANT)
        .orElseThrow()
        .users()
        .forEachTraced((user, known) -> traces.add(known));
    assertThat(traces).hasSize(6).startsWith(SampleTraces.ofFirstUser());
    assertThat(scans.latest(TENANT).orElseThrow().state()).isEqualTo(ScanState.COMPLETED);
    assertThat(count("select count(*) from job where kind = 'EVALUATE'")).isEqualTo(1);
    assertThat(count("select count(*) from job where kind = 'SCAN' and owner is null"))
        .isEqualTo(1);
  }

  @Test
  void readsASnapshotInsideATransactionToo() throws Exception {
    ScanRows.Open scan = completeOne();
    List<String> users = new ArrayList<>();

    transaction.begin();
    snapshots.of(scan.id()).orElseThrow().users().forEachLicensed(user -> users.add(user.id()));
    transaction.commit();

    assertThat(users).hasSize(6);
  }

  @Test
  void nodeThatLostItsLeaseWritesNothing() {
    ScanRows.Open scan = begin();
    Sql.call(dataSource, c -> Sql.update(c, "update job set fence = 2", values -> {}));

    assertThatThrownBy(() -> run(scan)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> life.complete(claim, scan.id(), false)).isInstanceOf(LeaseLost.class);

    assertThat(count("select count(*) from snapshot_sku")).isZero();
    assertThat(scans.latest(TENANT).orElseThrow().state()).isEqualTo(ScanState.RUNNING);
  }

  @Test
  void failedWorkLeavesNothingBehind() {
    ScanRows.Open scan = begin();

    assertThatThrownBy(
            () ->
                fence.write(
                    claim,
                    connection -> {
                      insertOneSku(connection, scan.id());
                      throw new ScanCancelled();
                    }))
        .isInstanceOf(ScanCancelled.class);
    assertThat(count("select count(*) from snapshot_sku")).isZero();
  }

  private static void insertOneSku(Connection connection, long scanId) throws SQLException {
    Sql.update(
        connection,
        "insert into snapshot_sku (scan_id, sku_id, part_number, applies_to, capability_status,"
            + " enabled_units, warning_units, suspended_units, locked_out_units, consumed_units)"
            + " values (?, 'x', 'x', 'x', 'x', 0, 0, 0, 0, 0)",
        values -> values.number(scanId));
  }

  @Test
  void cancelledScanEndsAndItsRowsGo() {
    ScanRows.Open first = begin();
    run(first);
    scans.cancel(TENANT, first.id(), new Actor("anna"));

    assertThatThrownBy(() -> fence.write(claim, c -> requests(c, first.id())))
        .isInstanceOf(ScanCancelled.class);
    life.stopped(claim, first.id());

    assertThat(scans.find(TENANT, first.id()).orElseThrow().state()).isEqualTo(ScanState.CANCELLED);
    while (deletion.removeSome(first.id())) {
      continue;
    }
    for (String table : List.of("snapshot_user", "snapshot_mailbox", "snapshot_item")) {
      assertThat(count("select count(*) from " + table)).isZero();
    }
    assertThat(scans.latest(TENANT)).isEmpty();
  }

  private static long requests(Connection connection, long scanId) throws SQLException {
    new ScanRows(connection).countRequests(scanId, 1);
    return scanId;
  }

  @Test
  void removedTenantsScansGoLaterUnlessTheRemovalFails() throws Exception {
    completeOne();
    transaction.begin();
    leaving.fire(new TenantLeaving(TENANT));
    transaction.rollback();
    retention.sweep();
    assertThat(snapshots.latest(TENANT)).isPresent();

    transaction.begin();
    leaving.fire(new TenantLeaving(TENANT));
    transaction.commit();
    assertThat(snapshots.latest(TENANT)).isEmpty();
    retention.sweep();
    assertThat(count("select count(*) from scan")).isZero();
  }

  @Test
  void pausedScanKeepsItsPlaceAndGivesTheJobBack() {
    ScanRows.Open scan = begin();

    life.pause(claim, scan.id(), new RunEnd.Paused("busy", Duration.ofHours(1)));

    assertThat(scans.latest(TENANT).orElseThrow())
        .satisfies(
            view -> {
              assertThat(view.state()).isEqualTo(ScanState.WAITING);
              assertThat(view.reason()).startsWith("busy It goes on at ");
            });
    assertThat(count("select failures from job where kind = 'SCAN' and owner is null"))
        .isEqualTo(1);
  }

  @Test
  void verificationThatAllowsItQueuesOneScan() throws Exception {
    for (int i = 0; i < 2; i++) {
      transaction.begin();
      verified.fire(new TenantVerified(TENANT, TenantStatus.VERIFIED, true, Set.of()));
      transaction.commit();
    }

    assertThat(count("select count(*) from scan")).isEqualTo(1);
  }

  @Test
  void onlyAPermissionThatCameSinceMakesAnotherScanWorthwhile() throws Exception {
    ScanRows.Open scan = begin();
    fence.write(
        claim,
        connection -> {
          new ScanRoles(connection).remember(scan.id(), Set.of("Directory.Read.All"));
          return scan;
        });
    life.complete(claim, scan.id(), true);

    verified(Set.of("Directory.Read.All"));
    verified(Set.of("Directory.Read.All", "Mail.Read"));
    assertThat(count("select count(*) from scan")).isEqualTo(1);

    verified(Set.of("Directory.Read.All", "MailboxSettings.Read"));
    assertThat(count("select count(*) from scan")).isEqualTo(2);
  }

  private void verified(Set<String> roles) throws Exception {
    transaction.begin();
    verified.fire(new TenantVerified(TENANT, TenantStatus.VERIFIED, true, roles));
    transaction.commit();
  }

  @Test
  void verificationThatForbidsItQueuesNone() throws Exception {
    transaction.begin();
    verified.fire(new TenantVerified(TENANT, TenantStatus.ACTION_REQUIRED, false, Set.of()));
    transaction.commit();

    assertThat(scans.latest(TENANT)).isEmpty();
  }

  @Test
  void replacedSecretIsKeptAsLongAsTheScanThatBeganUnderIt() {
    vault.seal(TENANT, ClientSecret.of("abc8Q~first"), null, Actor.SYSTEM);
    vault.seal(TENANT, ClientSecret.of("def8Q~second"), null, Actor.SYSTEM);

    retired.sweep();
    try (OpenedCredential kept = vault.open(TENANT, 1, SecretPurpose.SCAN, Actor.SYSTEM)) {
      assertThat(kept.version()).isEqualTo(1);
      assertThat(kept.credential().hint()).isEqualTo("abc");
    }

    life.complete(claim, begin().id(), false);
    retired.sweep();
    try (OpenedCredential present = vault.open(TENANT, 1, SecretPurpose.SCAN, Actor.SYSTEM)) {
      assertThat(present.version()).isEqualTo(2);
    }
    assertThat(count("select count(*) from retired_secret")).isZero();
  }
}
