package ai.chronom.m365.findings;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The transactions around an evaluation: what it rests on, and how its result comes into force. */
@Stateless
public class EvaluationDesk {
  /** Time passes for dismissals too, so each tenant is looked at once a day. */
  private static final Duration DAILY = Duration.ofDays(1);

  private static final Duration RETRY_MOST = Duration.ofHours(1);
  private static final int RETRY_DOUBLINGS = 6;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject RuleBook rules;
  @Inject Jobs jobs;
  @Inject Prices prices;
  @Inject ProductTable products;
  @Inject Snapshots snapshots;
  @Inject SettingsBook settings;
  @Inject Clock clock;

  /** What an evaluation would rest on now. */
  public EvaluationInputs inputs(TenantId tenantId) {
    long scanId = snapshots.latest(tenantId).map(Snapshot::scanId).orElse(0L);
    return new EvaluationInputs(
        scanId, prices.all(), products.names(), settings.of(tenantId), dismissed(tenantId));
  }

  /** What the tenant's earlier snapshots said. */
  public History history(Snapshot snapshot) {
    return Sql.call(
        database,
        connection ->
            new RenewalRows(connection)
                .before(snapshot.tenantId(), snapshot.scanId(), snapshot.takenAt()));
  }

  private Set<String> dismissed(TenantId tenantId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Sql.call(
        database, connection -> new FindingWrites(connection, tenantId).dismissed(today));
  }

  /** An eye on the seats that the tenant's open findings speak of. */
  public SeatWatch watch(TenantId tenantId) {
    return Sql.call(
        database, connection -> new SeatWatch(new RealizedRows(connection, tenantId).watched()));
  }

  /**
   * Replaces the tenant's findings at once and gives the job back. When something it rests on
   * changed meanwhile, nothing is written and the job is due again. Throws LeaseLost.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void publish(
      Claim claim, EvaluationOutcome outcome, EvaluationInputs restsOn, SeatWatch watch) {
    jobs.renew(claim);
    TenantId tenantId = claim.tenantId();
    if (!inputs(tenantId).equals(restsOn)) {
      jobs.finish(claim, clock.instant());
      return;
    }
    Sql.call(
        database,
        connection -> {
          long id = new EvaluationRows(connection, rules).write(tenantId, outcome.evaluation());
          new FindingWrites(connection, tenantId).write(id, outcome, watch);
          new DepartmentRows(connection).sum(tenantId, id, outcome.evaluation().scanId());
          return id;
        });
    jobs.finish(claim, clock.instant().plus(DAILY));
  }

  /** Gives a job back that had nothing to do. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void rest(Claim claim) {
    jobs.finish(claim, clock.instant().plus(DAILY));
  }

  /** Gives a job back that failed: the next try comes later and later. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void retryLater(Claim claim) {
    Duration pause = Duration.ofMinutes(1L << Math.min(claim.failures(), RETRY_DOUBLINGS));
    Instant retryAt = clock.instant().plus(pause.compareTo(RETRY_MOST) > 0 ? RETRY_MOST : pause);
    jobs.fail(claim, retryAt);
  }

  /** Makes an evaluation due now. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void request(TenantId tenantId) {
    jobs.schedule(JobKind.EVALUATE, tenantId, clock.instant());
  }

  /** Makes an evaluation due for every tenant that has one; joins the transaction. */
  public void requestAll() {
    List<TenantId> tenants =
        Sql.call(
            database,
            connection ->
                Sql.list(
                    connection,
                    "select distinct tenant_id from evaluation order by tenant_id",
                    values -> {},
                    row -> new TenantId(UUID.fromString(row.getString(1)))));
    tenants.forEach(tenant -> jobs.schedule(JobKind.EVALUATE, tenant, clock.instant()));
  }
}
