package ai.chronom.m365.audit;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail. It outlives its tenant and never changes. */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
  static final int ACTOR_MAX_CHARS = 200;
  static final int DETAIL_MAX_CHARS = 1_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
  @SequenceGenerator(
      name = "audit_event_seq",
      sequenceName = "audit_event_seq",
      allocationSize = 50)
  @Column(name = "id")
  private @Nullable Long id;

  @Column(name = "occurred_at")
  private OffsetDateTime occurredAt;

  @Column(name = "actor")
  private String actor;

  @Enumerated(EnumType.STRING)
  @Column(name = "action")
  private AuditAction action;

  @Column(name = "tenant_id")
  private @Nullable String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private Outcome outcome;

  @Column(name = "detail")
  private String detail;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEvent() {}

  /** Names and details may come from outside: they are cut and made one line. */
  AuditEvent(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail,
      Instant now) {
    this.occurredAt = now.atOffset(ZoneOffset.UTC);
    this.actor = oneLine(actor.name(), ACTOR_MAX_CHARS);
    this.action = action;
    this.tenantId = tenantId == null ? null : tenantId.toString();
    this.outcome = outcome;
    this.detail = oneLine(detail, DETAIL_MAX_CHARS);
  }

  private static String oneLine(String text, int maxChars) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    if (line.length() <= maxChars) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return line.substring(0, end);
  }

  public Instant occurredAt() {
    return occurredAt.toInstant();
  }

  public String actor() {
    return actor;
  }

  public AuditAction action() {
    return action;
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
