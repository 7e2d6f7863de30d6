package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Credentials that were replaced while a scan may be running under them. The room that scans tells
 * when nobody needs them any longer (ADR 060).
 */
@ApplicationScoped
public class RetiredSecrets {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Seals seals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Joins the transaction that replaces it. What does not open is not worth keeping. */
  void keep(SealedSecret replaced) {
    long version = replaced.description().version();
    String tenantId = replaced.tenantId();
    try {
      byte[] clear = seals.open(replaced.sealed());
      Sealed moved =
          seals.seal(
              SealedTable.RETIRED_SECRET,
              replaced.kind().column(),
              RetiredSecret.id(tenantId, version),
              version,
              clear);
      entities.persist(new RetiredSecret(tenantId, replaced.kind(), moved, clock.instant()));
    } catch (SealBroken e) {
      // The reason why somebody replaced it, perhaps.
    }
  }

  Optional<RetiredSecret> find(TenantId tenantId, long version) {
    return Optional.ofNullable(
        entities.find(RetiredSecret.class, RetiredSecret.id(tenantId.toString(), version)));
  }

  /** Whose replaced credentials are still kept. */
  public List<TenantId> tenants() {
    return entities
        .createQuery("select distinct r.tenantId from RetiredSecret r", String.class)
        .getResultList()
        .stream()
        .map(id -> new TenantId(UUID.fromString(id)))
        .toList();
  }

  /** Nobody needs them any longer. */
  @Transactional
  public void forget(TenantId tenantId) {
    int forgotten =
        entities
            .createQuery("delete from RetiredSecret r where r.tenantId = :tenant")
            .setParameter("tenant", tenantId.toString())
            .executeUpdate();
    if (forgotten > 0) {
      audit.record(
          Actor.SYSTEM,
          AuditAction.SECRET_FORGOTTEN,
          tenantId,
          Outcome.SUCCEEDED,
          "versions=" + forgotten);
    }
  }
}
