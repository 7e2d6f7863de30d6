package ai.chronom.m365.verification;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.SecretReplaced;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantOnboarded;
import ai.chronom.m365.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verifications of all tenants: asked for here, read here. */
@Stateless
public class Verifications {
  private static final String OF_TENANT = " v from Verification v where v.tenantId = :tenant";

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject Rechecks rechecks;
  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject Event<VerificationRequested> requested;

  /**
   * On demand; starts within a second. While one waits to be started, that one is returned. Throws
   * a not-found problem for an unknown tenant.
   */
  public VerificationResult request(TenantId tenantId, Actor actor) {
    tenants.get(tenantId);
    audit.record(actor, AuditAction.VERIFICATION_REQUESTED, tenantId, Outcome.SUCCEEDED, "");
    return queue(tenantId, Trigger.ON_DEMAND, actor);
  }

  /** Inside the transaction that stored the tenant. */
  public void verify(@Observes TenantOnboarded event) {
    queue(event.tenantId(), Trigger.ONBOARDING, Actor.SYSTEM);
  }

  /** Inside the transaction that stored the secret. */
  public void verify(@Observes SecretReplaced event) {
    queue(event.tenantId(), Trigger.SECRET_REPLACED, Actor.SYSTEM);
  }

  private VerificationResult queue(TenantId tenantId, Trigger trigger, Actor actor) {
    Verification verification =
        queued(tenantId)
            .orElseGet(
                () -> {
                  Verification added = new Verification(tenantId, trigger, actor, clock.instant());
                  entities.persist(added);
                  entities.flush();
                  return added;
                });
    jobs.schedule(JobKind.VERIFY, tenantId, Rhythm.AT_ONCE);
    requested.fire(new VerificationRequested(tenantId));
    return verification.result();
  }

  private Optional<Verification> queued(TenantId tenantId) {
    return first(
        entities
            .createQuery(
                "select" + OF_TENANT + " and v.state = :state order by v.requestedAt",
                Verification.class)
            .setParameter("state", VerificationState.QUEUED),
        tenantId);
  }

  /** The one asked for last, as far as it has come. */
  public Optional<VerificationResult> latest(TenantId tenantId) {
    return first(
            entities.createQuery(
                "select" + OF_TENANT + " order by v.requestedAt desc, v.id", Verification.class),
            tenantId)
        .map(Verification::result);
  }

  /** Of each tenant the one asked for last, as far as it has come; three queries for them all. */
  public Map<TenantId, VerificationHead> heads(Collection<TenantId> tenantIds) {
    if (tenantIds.isEmpty()) {
      return Map.of();
    }
    List<Verification> latest =
        entities
            .createQuery(
                "select v from Verification v where v.tenantId in :tenants and not exists"
                    + " (select w.id from Verification w where w.tenantId = v.tenantId and"
                    + " (w.requestedAt > v.requestedAt"
                    + " or (w.requestedAt = v.requestedAt and w.id < v.id)))",
                Verification.class)
            .setParameter("tenants", tenantIds.stream().map(TenantId::toString).toList())
            .getResultList();
    Map<String, Long> judged = permissions(latest, false);
    Map<String, Long> granted = permissions(latest, true);
    return latest.stream()
        .collect(
            Collectors.toMap(
                Verification::tenantId,
                each ->
                    each.head(
                        granted.getOrDefault(each.id(), 0L), judged.getOrDefault(each.id(), 0L))));
  }

  /** How many permissions each has judged, or found granted. */
  private Map<String, Long> permissions(List<Verification> some, boolean granted) {
    if (some.isEmpty()) {
      return Map.of();
    }
    Query query =
        entities.createNativeQuery(
            "select verification_id, count(*) from verification_permission where verification_id in ("
                + String.join(", ", Collections.nCopies(some.size(), "?"))
                + ")"
                + (granted ? " and status = 'GRANTED'" : "")
                + " group by verification_id");
    for (int i = 0; i < some.size(); i++) {
      query.setParameter(i + 1, some.get(i).id());
    }
    Map<String, Long> counts = new HashMap<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      counts.put(columns[0].toString(), ((Number) columns[1]).longValue());
    }
    return counts;
  }

  /** One query for the rows of all, instead of three for each. */
  private static Stream<Verification> withRows(TypedQuery<Verification> query) {
    return query
        .setHint("eclipselink.batch", "v.permissions")
        .setHint("eclipselink.batch", "v.excess")
        .setHint("eclipselink.batch", "v.checks")
        .setHint("eclipselink.batch.type", "IN")
        .getResultList()
        .stream();
  }

  /** When the tenant is verified next by itself; empty while nothing is planned. */
  public Optional<NextCheck> nextCheck(TenantId tenantId) {
    Optional<RecheckPlan> plan = rechecks.plan(tenantId);
    return jobs.dueAt(JobKind.VERIFY, tenantId)
        .map(due -> plan.map(each -> NextCheck.of(each, due)).orElse(NextCheck.usual(due)));
  }

  /** The last one that saw the tenant; empty while none could be carried out. */
  public Optional<VerificationResult> latestCompleted(TenantId tenantId) {
    return first(
            entities
                .createQuery(
                    "select"
                        + OF_TENANT
                        + " and v.state = :state and v.outcome <> :failed"
                        + " order by v.finishedAt desc, v.id",
                    Verification.class)
                .setParameter("state", VerificationState.FINISHED)
                .setParameter("failed", VerificationOutcome.FAILED),
            tenantId)
        .map(Verification::result);
  }

  /** The last one that ended. */
  public Optional<VerificationResult> latestFinished(TenantId tenantId) {
    return first(
            entities
                .createQuery(
                    "select" + OF_TENANT + " and v.state = :state order by v.finishedAt desc, v.id",
                    Verification.class)
                .setParameter("state", VerificationState.FINISHED),
            tenantId)
        .map(Verification::result);
  }

  /** Empty too when it is another tenant's. */
  public Optional<VerificationResult> find(TenantId tenantId, String id) {
    return Optional.ofNullable(entities.find(Verification.class, id))
        .map(Verification::result)
        .filter(result -> result.tenantId().equals(tenantId));
  }

  /** The latest first. */
  public Listing<VerificationResult> history(TenantId tenantId, PageRequest page) {
    List<VerificationResult> items =
        withRows(
                entities
                    .createQuery(
                        "select" + OF_TENANT + " order by v.requestedAt desc, v.id",
                        Verification.class)
                    .setParameter("tenant", tenantId.toString())
                    .setFirstResult(page.offset())
                    .setMaxResults(page.size()))
            .map(Verification::result)
            .toList();
    long total =
        entities
            .createQuery(
                "select count(v) from Verification v where v.tenantId = :tenant", Long.class)
            .setParameter("tenant", tenantId.toString())
            .getSingleResult();
    return new Listing<>(items, total, page);
  }

  private static Optional<Verification> first(TypedQuery<Verification> query, TenantId tenantId) {
    return query
        .setParameter("tenant", tenantId.toString())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
