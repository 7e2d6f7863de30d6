package ai.chronom.m365.verification;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Node;
import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** A tenant's job that this node owns for very long, in the surrounding transaction. */
final class OwnedJob {
  private static final long FENCE = 7;

  private final EntityManager entities;
  private final Node node;
  private final TenantId tenantId;
  private final Instant until;
  private final long id;

  OwnedJob(EntityManager entities, Node node, TenantId tenantId, Instant until) {
    this.entities = entities;
    this.node = node;
    this.tenantId = tenantId;
    this.until = until;
    this.id =
        ((Number)
                entities
                    .createNativeQuery("select id from job where tenant_id = ?1")
                    .setParameter(1, tenantId.toString())
                    .getSingleResult())
            .longValue();
  }

  /** Ours, also again after a failure gave it back. */
  Claim own(int failures) {
    entities
        .createNativeQuery("update job set owner = ?1, lease_until = ?2, fence = ?3 where id = ?4")
        .setParameter(1, node.name())
        .setParameter(2, until.atOffset(ZoneOffset.UTC))
        .setParameter(3, FENCE)
        .setParameter(4, id)
        .executeUpdate();
    return new Claim(id, JobKind.VERIFY, tenantId, FENCE, failures);
  }

  Object value(String column) {
    Object value =
        entities
            .createNativeQuery("select " + column + " from job where id = ?1")
            .setParameter(1, id)
            .getSingleResult();
    return value instanceof Number number ? (Object) number.longValue() : value;
  }

  Instant dueAt() {
    Number seconds =
        (Number)
            entities
                .createNativeQuery("select extract(epoch from due_at) from job where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
    return Instant.ofEpochSecond(seconds.longValue());
  }
}
