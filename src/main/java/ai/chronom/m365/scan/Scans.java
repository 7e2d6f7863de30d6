package ai.chronom.m365.scan;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The scans of each tenant: one open at a time, the ended ones as history. */
@Stateless
public class Scans {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Queues a scan that starts within seconds. Throws a {@link Problem} of kind scan-running. */
  public ScanView request(TenantId tenantId, Actor actor) {
    tenants.get(tenantId);
    long id =
        queue(tenantId)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.SCAN_RUNNING,
                        "A scan of this tenant is queued or running; wait for it or cancel it."));
    audit.record(actor, AuditAction.SCAN_REQUESTED, tenantId, Outcome.SUCCEEDED, "scan " + id);
    return find(tenantId, id).orElseThrow();
  }

  /** Queues a scan unless one is open; its id when it did. */
  public Optional<Long> queue(TenantId tenantId) {
    Optional<Long> id =
        Sql.call(dataSource, c -> new ScanRows(c).insert(tenantId, clock.instant()));
    id.ifPresent(queued -> jobs.schedule(JobKind.SCAN, tenantId, clock.instant()));
    return id;
  }

  /** The newest, open or ended. */
  public Optional<ScanView> latest(TenantId tenantId) {
    return Sql.call(dataSource, c -> new ScanViews(c).page(tenantId, 0, 1)).stream().findFirst();
  }

  /** The same for several tenants at once, those that have one. */
  public Map<TenantId, ScanView> latest(Collection<TenantId> tenantIds) {
    return tenantIds.isEmpty()
        ? Map.of()
        : Sql.call(dataSource, c -> new ScanViews(c).newest(tenantIds)).stream()
            .collect(Collectors.toMap(ScanView::tenantId, Function.identity()));
  }

  /** Empty for the id of another tenant's scan too. */
  public Optional<ScanView> find(TenantId tenantId, long scanId) {
    return Sql.call(dataSource, c -> new ScanViews(c).find(tenantId, scanId));
  }

  /**
   * Whether another scan would read what this one left out.
   *
   * @param roles application roles that are granted by now
   */
  public boolean wouldBringMore(long scanId, Set<String> roles) {
    return Sql.call(
        dataSource,
        connection -> {
          Optional<Set<String>> had = new ScanRoles(connection).of(scanId);
          return had.isPresent()
              ? ScanRoles.addsTo(had.get(), roles)
              : new ScanRows(connection).lackedPermission(scanId);
        });
  }

  /** Newest first. */
  public Listing<ScanView> history(TenantId tenantId, PageRequest page) {
    return Sql.call(
        dataSource,
        connection -> {
          ScanViews views = new ScanViews(connection);
          return new Listing<>(
              views.page(tenantId, page.offset(), page.size()), views.count(tenantId), page);
        });
  }

  /** Stops it within seconds; nothing happens when it ended. Throws not-found. */
  public void cancel(TenantId tenantId, long scanId, Actor actor) {
    if (find(tenantId, scanId).isEmpty()) {
      throw Problem.notFound("The scan");
    }
    Sql.call(
        dataSource,
        connection -> {
          new ScanRows(connection).cancel(scanId, clock.instant());
          return scanId;
        });
    audit.record(actor, AuditAction.SCAN_CANCELLED, tenantId, Outcome.SUCCEEDED, "scan " + scanId);
  }
}
