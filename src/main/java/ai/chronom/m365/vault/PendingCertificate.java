package ai.chronom.m365.vault;

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
import org.jspecify.annotations.Nullable;

/** A generated key pair, sealed, until its certificate is uploaded in Entra and proved. */
@Entity
@Table(name = "pending_certificate")
public class PendingCertificate {
  /** What its value is bound to besides the table. */
  static final String COLUMN = "certificate_key";

  static final long VERSION = 1;
  static final Duration PATIENCE = Duration.ofDays(7);

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "tenant_id")
  private @Nullable String tenantId;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "discarded_at")
  private OffsetDateTime discardedAt;

  @Column(name = "certificate")
  private byte[] certificate;

  @Column(name = "version")
  private long version;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "format")
  private short format;

  @Column(name = "sealed")
  private byte[] sealed;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected PendingCertificate() {}

  PendingCertificate(
      Sealed value,
      CertificateFacts facts,
      @Nullable TenantId tenantId,
      Actor createdBy,
      Instant now) {
    this.id = value.context().owner();
    this.tenantId = tenantId == null ? null : tenantId.toString();
    this.createdBy = createdBy.name();
    this.createdAt = now.atOffset(ZoneOffset.UTC);
    this.discardedAt = createdAt.plus(PATIENCE);
    this.certificate = facts.der();
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(
            id, SealedTable.PENDING_CERTIFICATE.table(), COLUMN, version, keyId, format);
    return new Sealed(context, sealed.clone());
  }

  WaitingCertificate description() {
    return new WaitingCertificate(
        UUID.fromString(id),
        tenantId == null ? null : new TenantId(UUID.fromString(tenantId)),
        new Actor(createdBy),
        createdAt.toInstant(),
        discardedAt.toInstant(),
        CertificateFacts.of(certificate));
  }
}
