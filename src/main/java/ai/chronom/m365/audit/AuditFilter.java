package ai.chronom.m365.audit;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; null means any.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable AuditAction action,
    @Nullable TenantId tenantId,
    @Nullable Outcome outcome,
    @Nullable Instant from,
    @Nullable Instant until) {
  public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null);

  <T> TypedQuery<T> query(EntityManager entities, String select, String order, Class<T> result) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder jpql = new StringBuilder(select).append(" from AuditEvent e where 1 = 1");
    add(jpql, values, "e.actor = :actor", actor);
    add(jpql, values, "e.action = :action", action == null ? null : action.name());
    add(jpql, values, "e.tenantId = :tenant", tenantId == null ? null : tenantId.toString());
    add(jpql, values, "e.outcome = :outcome", outcome);
    add(jpql, values, "e.occurredAt >= :from", from == null ? null : from.atOffset(ZoneOffset.UTC));
    add(
        jpql,
        values,
        "e.occurredAt < :until",
        until == null ? null : until.atOffset(ZoneOffset.UTC));
    TypedQuery<T> query = entities.createQuery(jpql.append(order).toString(), result);
    values.forEach(query::setParameter);
    return query;
  }

  private static void add(
      StringBuilder jpql, Map<String, Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      jpql.append(" and ").append(condition);
      values.put(condition.substring(condition.indexOf(':') + 1), value);
    }
  }
}
