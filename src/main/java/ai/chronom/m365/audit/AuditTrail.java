package ai.chronom.m365.audit;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what to which tenant, when, and how it ended. Lines are added, never changed. */
@Stateless
public class AuditTrail {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Resource TransactionSynchronizationRegistry transactions;

  @Inject ChainBeginning beginning;
  @Inject ChainWriter writer;
  @Inject ChainSeal seal;
  @Inject Clock clock;

  private boolean begun;

  /**
   * In the caller's transaction: the line stands if and only if the deed does. When it cannot be
   * written, the transaction does not commit.
   *
   * @param detail facts only, never a secret; empty when there is nothing to add
   */
  public void record(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail) {
    unwritten().add(AuditLine.of(actor, action, tenantId, outcome, detail, clock.instant()));
  }

  /**
   * In its own transaction, committed on return: for what must be known even if the caller's work
   * is rolled back. Throws {@link AuditBroken}.
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
    ensureBegun();
    AuditLine line = AuditLine.of(actor, action, tenantId, outcome, detail, clock.instant());
    try (ChainKey key = seal.open()) {
      writer.append(List.of(line), key);
    }
  }

  private UnwrittenLines unwritten() {
    if (transactions.getResource(UnwrittenLines.class) instanceof UnwrittenLines known) {
      return known;
    }
    ensureBegun();
    UnwrittenLines fresh = new UnwrittenLines(writer, seal.open());
    transactions.putResource(UnwrittenLines.class, fresh);
    transactions.registerInterposedSynchronization(fresh);
    return fresh;
  }

  /** Asked once by each bean of the pool: a chain that began never ends. */
  private void ensureBegun() {
    if (!begun) {
      beginning.ensure();
      begun = true;
    }
  }

  /** The latest first. */
  public Listing<AuditEvent> latest(PageRequest page) {
    return list(AuditFilter.NONE, page);
  }

  /** Those that pass the filter, the latest first. */
  public Listing<AuditEvent> list(AuditFilter filter, PageRequest page) {
    List<AuditEvent> events =
        filter
            .query(entities, "select e", " order by e.position desc", AuditEvent.class)
            .setFirstResult(page.offset())
            .setMaxResults(page.size())
            .getResultList();
    // Positions have no gaps: all of them need not be counted, which takes long after some years.
    String number = filter.equals(AuditFilter.NONE) ? "coalesce(max(e.position), 0L)" : "count(e)";
    long total = filter.query(entities, "select " + number, "", Long.class).getSingleResult();
    return new Listing<>(events, total, page);
  }
}
