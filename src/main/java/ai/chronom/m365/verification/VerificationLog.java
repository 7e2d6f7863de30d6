package ai.chronom.m365.verification;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.tenant.TenantVerified;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Writes down a verification while it runs. Each verb is one transaction that only the owner of the
 * job can commit; for everybody else it throws {@link ai.chronom.m365.job.LeaseLost}.
 */
@Stateless
public class VerificationLog {
  private static final Duration RETENTION = Duration.ofDays(90);

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject Vault vault;
  @Inject Rechecks rechecks;
  @Inject Clock clock;
  @Inject Event<TenantVerified> verified;
  @Inject DriftLog drift;

  /** A verification that was begun, and who wants it. */
  public record Begun(String id, Actor requestedBy) {}

  /** Takes the queued one, or makes one for the schedule. What a crash left running, failed. */
  public Begun begin(Claim claim) {
    jobs.renew(claim);
    Instant now = clock.instant();
    inState(claim.tenantId(), VerificationState.RUNNING)
        .forEach(
            orphan ->
                orphan.fail(
                    Failure.of(
                        "interrupted",
                        "The server that carried it out stopped in the middle.",
                        "Nothing to click: another verification follows at once."),
                    now));
    Verification verification =
        inState(claim.tenantId(), VerificationState.QUEUED).stream()
            .findFirst()
            .orElseGet(() -> scheduled(claim.tenantId(), now));
    verification.start(now);
    return new Begun(verification.id(), verification.requestedBy());
  }

  private Verification scheduled(TenantId tenantId, Instant now) {
    Trigger trigger = rechecks.plan(tenantId).isPresent() ? Trigger.RECHECK : Trigger.SCHEDULE;
    Verification added = new Verification(tenantId, trigger, Actor.SYSTEM, now);
    entities.persist(added);
    return added;
  }

  public void judged(Claim claim, Begun begun, List<PermissionVerdict> verdicts) {
    jobs.renew(claim);
    get(begun).judged(verdicts);
  }

  /** Whether more is waiting already decides when the job is due again. */
  public void complete(Claim claim, Begun begun, VerificationFindings findings, Instant nextDue) {
    jobs.renew(claim);
    TenantId tenantId = claim.tenantId();
    Verification verification = get(begun);
    verification.complete(findings, clock.instant());
    entities.flush();
    if (findings.secretExpiresOn() != null) {
      vault.learnExpiry(tenantId, findings.secretExpiresOn());
    }
    drift.found(tenantId, begun.id(), findings);
    tell(
        new TenantVerified(
            tenantId, findings.tenantStatus(), findings.isScannable(), findings.grantedRoles()));
    forgetOld(tenantId);
    Instant due =
        rechecks
            .after(tenantId, verification.trigger(), findings.isConsentMissing())
            .orElse(nextDue);
    jobs.finish(claim, unlessQueued(tenantId, due));
  }

  public void fail(
      Claim claim, Begun begun, Failure failure, TenantStatus status, Instant retryAt) {
    jobs.renew(claim);
    get(begun).fail(failure, clock.instant());
    entities.flush();
    compare(claim, begun, failure, status);
    tell(new TenantVerified(claim.tenantId(), status, false, Set.of()));
    jobs.fail(claim, unlessQueued(claim.tenantId(), retryAt));
  }

  private void compare(Claim claim, Begun begun, Failure failure, TenantStatus status) {
    if (status == TenantStatus.CREDENTIAL_FAILED) {
      drift.rejected(claim.tenantId(), begun.id(), failure);
    } else if (claim.failures() > 0 && !failure.isOurs()) {
      drift.unreachable(claim.tenantId(), begun.id(), failure);
    }
  }

  private void tell(TenantVerified result) {
    tenants.stands(result.tenantId(), result.status());
    verified.fire(result);
  }

  private Instant unlessQueued(TenantId tenantId, Instant due) {
    return inState(tenantId, VerificationState.QUEUED).isEmpty() ? due : Rhythm.AT_ONCE;
  }

  private void forgetOld(TenantId tenantId) {
    entities
        .createNativeQuery("delete from verification where tenant_id = ?1 and requested_at < ?2")
        .setParameter(1, tenantId.toString())
        .setParameter(2, clock.instant().minus(RETENTION).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private Verification get(Begun begun) {
    Verification found = entities.find(Verification.class, begun.id());
    if (found == null) {
      throw new IllegalStateException("verification " + begun.id() + " expected, none found");
    }
    return found;
  }

  private List<Verification> inState(TenantId tenantId, VerificationState state) {
    return entities
        .createQuery(
            "select v from Verification v where v.tenantId = :tenant and v.state = :state"
                + " order by v.requestedAt",
            Verification.class)
        .setParameter("tenant", tenantId.toString())
        .setParameter("state", state)
        .getResultList();
  }
}
