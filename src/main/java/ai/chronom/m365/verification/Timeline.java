package ai.chronom.m365.verification;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed about each tenant, and when: written once, read by everybody. */
@Stateless
public class Timeline {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Clock clock;
  @Inject Event<DriftFound> found;

  /**
   * In the caller's transaction. What is open about the same subject is settled by it.
   *
   * @param verificationId the one that saw it, or null
   */
  public void note(TenantId tenantId, List<Change> changes, @Nullable String verificationId) {
    if (changes.isEmpty()) {
      return;
    }
    List<Long> ids = new ArrayList<>();
    for (Change change : changes) {
      ChangeRow row = new ChangeRow(tenantId, clock.instant(), change, verificationId);
      settle(tenantId, change.kind().topic(), row.subject());
      entities.persist(row);
      entities.flush();
      ids.add(row.id());
    }
    found.fire(new DriftFound(tenantId, ids));
  }

  private void settle(TenantId tenantId, ChangeKind.Topic topic, String subject) {
    entities
        .createQuery(
            "update ChangeRow c set c.open = false where c.tenantId = :tenant and c.topic = :topic"
                + " and c.subject = :subject and c.open = true")
        .setParameter("tenant", tenantId.toString())
        .setParameter("topic", topic)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** The latest first. */
  public Listing<TenantChange> of(TenantId tenantId, PageRequest page) {
    List<TenantChange> items =
        entities
            .createQuery(
                "select c from ChangeRow c where c.tenantId = :tenant"
                    + " order by c.occurredAt desc, c.id desc",
                ChangeRow.class)
            .setParameter("tenant", tenantId.toString())
            .setFirstResult(page.offset())
            .setMaxResults(page.size())
            .getResultStream()
            .map(ChangeRow::change)
            .toList();
    long total =
        entities
            .createQuery("select count(c) from ChangeRow c where c.tenantId = :tenant", Long.class)
            .setParameter("tenant", tenantId.toString())
            .getSingleResult();
    return new Listing<>(items, total, page);
  }

  /** In the order in which they were seen; those that are gone with their tenant are missing. */
  public List<TenantChange> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select c from ChangeRow c where c.id in :ids order by c.id", ChangeRow.class)
            .setParameter("ids", ids)
            .getResultStream()
            .map(ChangeRow::change)
            .toList();
  }
}
