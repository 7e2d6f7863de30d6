package ai.chronom.m365.audit;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what to which tenant, when, and how it ended. Lines are added, never changed. */
@Stateless
public class AuditTrail {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Clock clock;

  /**
   * In the caller's transaction: the line stands if and only if the deed does.
   *
   * @param detail facts only, never a secret; empty when there is nothing to add
   */
  public void record(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail) {
    add(actor, action, tenantId, outcome, detail);
  }

  /**
   * In its own transaction, committed on return: for what must be known even if the caller's work
   * is rolled back.
   *
   * @param detail facts only, never a secret; empty when there is nothing to add
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recordNow(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail) {
    add(actor, action, tenantId, outcome, detail);
  }

  private void add(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail) {
    entities.persist(new AuditEvent(actor, action, tenantId, outcome, detail, clock.instant()));
    // A line that cannot be written must stop the deed now, not at commit.
    entities.flush();
  }

  /** The latest first. */
  public Listing<AuditEvent> latest(PageRequest page) {
    List<AuditEvent> events =
        entities
            .createQuery(
                "select e from AuditEvent e order by e.occurredAt desc, e.id desc",
                AuditEvent.class)
            .setFirstResult(page.offset())
            .setMaxResults(page.size())
            .getResultList();
    long total =
        entities.createQuery("select count(e) from AuditEvent e", Long.class).getSingleResult();
    return new Listing<>(events, total, page);
  }
}
