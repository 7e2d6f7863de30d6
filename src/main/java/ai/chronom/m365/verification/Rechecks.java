package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which tenants are looked at again soon, since consent was missing; joins the transaction. */
@Stateless
public class Rechecks {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Clock clock;

  /** The plan that stands for the tenant; empty when it is looked at in its usual rhythm. */
  public Optional<RecheckPlan> plan(TenantId tenantId) {
    return find(tenantId).map(Recheck::plan);
  }

  /**
   * After a verification: when to look again, if soon.
   *
   * @param trigger of that verification: after somebody acted, the looks begin anew
   * @param isConsentMissing whether it still waits for a consent
   */
  public Optional<Instant> after(TenantId tenantId, Trigger trigger, boolean isConsentMissing) {
    Instant now = clock.instant();
    Optional<Recheck> standing = find(tenantId);
    if (!isConsentMissing) {
      standing.ifPresent(entities::remove);
      return Optional.empty();
    }
    if (trigger.isByPeople()) {
      standing.ifPresentOrElse(
          found -> found.startAnew(now), () -> entities.persist(new Recheck(tenantId, now)));
      return new RecheckPlan(now).next(now);
    }
    Optional<Instant> next = standing.flatMap(found -> found.plan().next(now));
    if (next.isEmpty()) {
      standing.ifPresent(entities::remove);
    }
    return next;
  }

  private Optional<Recheck> find(TenantId tenantId) {
    return Optional.ofNullable(entities.find(Recheck.class, tenantId.toString()));
  }
}
