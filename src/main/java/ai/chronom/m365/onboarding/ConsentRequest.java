package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Somebody went to Microsoft's consent page for one tenant, and may come back once, for a while.
 */
@Entity
@Table(name = "consent_request")
public class ConsentRequest {
  static final Duration LIFETIME = Duration.ofMinutes(30);

  @Id
  @Column(name = "state")
  private String state;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "application_id")
  private String applicationId;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private OffsetDateTime askedAt;

  @Column(name = "expires_at")
  private OffsetDateTime expiresAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected ConsentRequest() {}

  ConsentRequest(
      String state, TenantId tenantId, String applicationId, Actor askedBy, Instant now) {
    this.state = state;
    this.tenantId = tenantId.toString();
    this.applicationId = applicationId;
    this.askedBy = askedBy.name();
    this.askedAt = now.atOffset(ZoneOffset.UTC);
    this.expiresAt = askedAt.plus(LIFETIME);
  }

  String state() {
    return state;
  }

  TenantId tenantId() {
    return new TenantId(UUID.fromString(tenantId));
  }

  /** Asked by that person, and not too long ago. */
  boolean isOpenFor(Actor actor, Instant now) {
    return askedBy.equals(actor.name()) && now.isBefore(expiresAt.toInstant());
  }
}
