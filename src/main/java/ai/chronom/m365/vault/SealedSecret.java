package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A tenant's credential as the database keeps it: sealed, with what may be told about it. */
@Entity
@Table(name = "sealed_secret")
public class SealedSecret {
  @Id
  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "version")
  private long version;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private CredentialKind kind;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "format")
  private short format;

  @Column(name = "sealed")
  private byte[] sealed;

  @Column(name = "hint")
  private String hint;

  @Column(name = "certificate")
  private byte @Nullable [] certificate;

  @Column(name = "stored_at")
  private OffsetDateTime storedAt;

  @Column(name = "expires_on")
  private @Nullable LocalDate expiresOn;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected SealedSecret() {}

  /**
   * @param of which credential was sealed
   */
  SealedSecret(Sealed value, Credential of, @Nullable LocalDate expiresOn, Instant now) {
    this.tenantId = value.context().owner();
    hold(value, of, expiresOn, now);
  }

  /** Takes the place of the credential held so far. */
  void replace(Sealed value, Credential of, @Nullable LocalDate newExpiresOn, Instant now) {
    if (value.context().version() <= version) {
      throw new IllegalArgumentException(
          "a version after " + version + " expected, " + value.context().version() + " given");
    }
    hold(value, of, newExpiresOn, now);
  }

  private void hold(Sealed value, Credential of, @Nullable LocalDate newExpiresOn, Instant now) {
    this.kind = of.kind();
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
    this.hint = of.hint();
    this.certificate = CredentialBytes.certificate(of);
    this.expiresOn = newExpiresOn;
    this.storedAt = now.atOffset(ZoneOffset.UTC);
  }

  void expires(LocalDate lastDay) {
    this.expiresOn = lastDay;
  }

  CredentialKind kind() {
    return kind;
  }

  String tenantId() {
    return tenantId;
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(
            tenantId, SealedTable.SEALED_SECRET.table(), kind.column(), version, keyId, format);
    return new Sealed(context, sealed.clone());
  }

  SecretDescription description() {
    return new SecretDescription(
        kind,
        hint,
        version,
        storedAt.toInstant(),
        expiresOn,
        certificate == null ? null : CertificateFacts.of(certificate));
  }
}
