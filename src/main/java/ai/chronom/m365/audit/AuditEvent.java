package ai.chronom.m365.audit;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail, for reading. It outlives its tenant and never changes; only the
 * chain writes it.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
  @Id
  @Column(name = "position")
  private long position;

  @Column(name = "occurred_at", insertable = false, updatable = false)
  private OffsetDateTime occurredAt;

  @Column(name = "actor", insertable = false, updatable = false)
  private String actor;

  @Column(name = "action", insertable = false, updatable = false)
  private String action;

  @Column(name = "tenant_id", insertable = false, updatable = false)
  private @Nullable String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome", insertable = false, updatable = false)
  private Outcome outcome;

  @Column(name = "detail", insertable = false, updatable = false)
  private String detail;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEvent() {}

  /** Writing goes through the chain, which only ever adds; JPA reads. */
  @PrePersist
  @PreUpdate
  @PreRemove
  void refuse() {
    throw new UnsupportedOperationException("Events of the audit trail are only read by JPA.");
  }

  /** Its place in the chain, from 1. */
  public long position() {
    return position;
  }

  public Instant occurredAt() {
    return occurredAt.toInstant();
  }

  public String actor() {
    return actor;
  }

  public AuditAction action() {
    return AuditAction.stored(action);
  }

  /** Empty for what concerns no single tenant. */
  public Optional<TenantId> tenantId() {
    return Optional.ofNullable(tenantId).map(UUID::fromString).map(TenantId::new);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Facts such as a purpose or an error code; empty when there is nothing to add. */
  public String detail() {
    return detail;
  }
}
