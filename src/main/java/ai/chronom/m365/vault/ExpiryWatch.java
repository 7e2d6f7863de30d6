package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Tells of secrets that end soon, each threshold once (ADR 062). */
@Stateless
public class ExpiryWatch {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject Event<SecretExpiring> expiring;

  /** A secret with a last day. */
  public record Dated(TenantId tenantId, long version, LocalDate expiresOn) {
    long daysLeft(LocalDate today) {
      return ChronoUnit.DAYS.between(today, expiresOn);
    }
  }

  /** Whose last day is at most that one, the nearest first. */
  public List<Dated> endingBy(LocalDate lastDay, int max) {
    return entities
        .createQuery(
            "select s.tenantId, s.version, s.expiresOn from SealedSecret s where s.expiresOn <="
                + " :last order by s.expiresOn, s.tenantId",
            Object[].class)
        .setParameter("last", lastDay)
        .setMaxResults(max)
        .getResultList()
        .stream()
        .map(
            row ->
                new Dated(
                    new TenantId(UUID.fromString((String) row[0])),
                    ((Number) row[1]).longValue(),
                    (LocalDate) row[2]))
        .toList();
  }

  /** Those that have reached a threshold of which nobody was told yet. */
  public List<Dated> untold(LocalDate today) {
    LocalDate horizon = today.plusDays(ExpiryThreshold.DAYS_60.days());
    return endingBy(horizon, Integer.MAX_VALUE).stream()
        .filter(secret -> !isTold(secret, reached(secret, today)))
        .toList();
  }

  private static ExpiryThreshold reached(Dated secret, LocalDate today) {
    return ExpiryThreshold.reached(secret.daysLeft(today)).orElseThrow();
  }

  /** Also when a nearer one was told, which can be when a last day was corrected. */
  private boolean isTold(Dated secret, ExpiryThreshold threshold) {
    Number told =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from expiry_warning where tenant_id = ?1 and version = ?2"
                        + " and threshold <= ?3")
                .setParameter(1, secret.tenantId().toString())
                .setParameter(2, secret.version())
                .setParameter(3, threshold.days())
                .getSingleResult();
    return told.longValue() > 0;
  }

  /** Of nodes that try at once, one writes the row and tells. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void tell(Dated secret, LocalDate today) {
    long daysLeft = secret.daysLeft(today);
    int written =
        entities
            .createNativeQuery(
                "insert into expiry_warning (tenant_id, version, threshold, days_left, warned_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
            .setParameter(1, secret.tenantId().toString())
            .setParameter(2, secret.version())
            .setParameter(3, reached(secret, today).days())
            .setParameter(4, Math.toIntExact(daysLeft))
            .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (written == 0) {
      return;
    }
    audit.record(
        Actor.SYSTEM,
        AuditAction.SECRET_EXPIRING,
        secret.tenantId(),
        Outcome.SUCCEEDED,
        "version="
            + secret.version()
            + " daysLeft="
            + daysLeft
            + " expiresOn="
            + secret.expiresOn());
    expiring.fire(new SecretExpiring(secret.tenantId(), daysLeft, secret.expiresOn()));
  }
}
