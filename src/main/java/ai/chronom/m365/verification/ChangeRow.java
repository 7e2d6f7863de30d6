package ai.chronom.m365.verification;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored {@link TenantChange}. */
@Entity
@Table(name = "tenant_change")
public class ChangeRow {
  private static final int SUBJECT_MAX_CHARS = 200;
  private static final int STATE_MAX_CHARS = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tenant_change_seq")
  @SequenceGenerator(
      name = "tenant_change_seq",
      sequenceName = "tenant_change_seq",
      allocationSize = 50)
  @Column(name = "id")
  private @Nullable Long id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "occurred_at")
  private OffsetDateTime occurredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private ChangeKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "topic")
  private ChangeKind.Topic topic;

  @Column(name = "subject")
  private String subject;

  @Column(name = "state_before")
  private String before;

  @Column(name = "state_after")
  private String after;

  @Column(name = "remedy")
  private String remedy;

  @Column(name = "remedy_link")
  private String remedyLink;

  @Column(name = "is_open")
  private boolean open;

  @Column(name = "verification_id")
  private @Nullable String verificationId;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected ChangeRow() {}

  ChangeRow(TenantId tenantId, Instant now, Change change, @Nullable String verificationId) {
    this.tenantId = tenantId.toString();
    this.occurredAt = now.atOffset(ZoneOffset.UTC);
    this.kind = change.kind();
    this.topic = change.kind().topic();
    this.subject = Text.fitting(change.subject(), SUBJECT_MAX_CHARS);
    this.before = Text.fitting(change.before(), STATE_MAX_CHARS);
    this.after = Text.fitting(change.after(), STATE_MAX_CHARS);
    this.remedy = Text.fitting(change.remedy());
    this.remedyLink = Text.fitting(change.remedyLink());
    this.open = change.kind().needsAction();
    this.verificationId = verificationId;
  }

  long id() {
    return Objects.requireNonNull(id, "only stored rows have an id");
  }

  String subject() {
    return subject;
  }

  TenantChange change() {
    return new TenantChange(
        id(),
        new TenantId(UUID.fromString(tenantId)),
        occurredAt.toInstant(),
        new Change(kind, subject, before, after, remedy, remedyLink),
        open,
        verificationId);
  }
}
