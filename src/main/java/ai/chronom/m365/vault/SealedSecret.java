package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's client secret as the database keeps it: sealed, with what may be told about it. */
@Entity
@Table(name = "sealed_secret")
public class SealedSecret {
  @Id
  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "version")
  private long version;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "format")
  private short format;

  @Column(name = "sealed")
  private byte[] sealed;

  @Column(name = "hint")
  private String hint;

  @Column(name = "stored_at")
  private OffsetDateTime storedAt;

  @Column(name = "expires_on")
  private @Nullable LocalDate expiresOn;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected SealedSecret() {}

  SealedSecret(
      SealContext context, byte[] sealed, String hint, @Nullable LocalDate expiresOn, Instant now) {
    this.tenantId = context.tenantId().toString();
    hold(context, sealed, hint, expiresOn, now);
  }

  /** Takes the place of the secret held so far. */
  void replace(
      SealContext context,
      byte[] newSealed,
      String newHint,
      @Nullable LocalDate newExpiresOn,
      Instant now) {
    if (context.version() <= version) {
      throw new IllegalArgumentException(
          "a version after " + version + " expected, " + context.version() + " given");
    }
    hold(context, newSealed, newHint, newExpiresOn, now);
  }

  private void hold(
      SealContext context,
      byte[] newSealed,
      String newHint,
      @Nullable LocalDate newExpiresOn,
      Instant now) {
    this.version = context.version();
    this.keyId = context.keyId();
    this.format = context.format();
    this.sealed = newSealed.clone();
    this.hint = newHint;
    this.expiresOn = newExpiresOn;
    this.storedAt = now.atOffset(ZoneOffset.UTC);
  }

  void expires(LocalDate lastDay) {
    this.expiresOn = lastDay;
  }

  /** What this row claims about its value; only the right key can tell whether it is true. */
  SealContext context() {
    return new SealContext(new TenantId(UUID.fromString(tenantId)), version, keyId, format);
  }

  byte[] sealed() {
    return sealed.clone();
  }

  SecretDescription description() {
    return new SecretDescription(hint, version, storedAt.toInstant(), expiresOn);
  }
}
