package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A tenant's client secret as the database keeps it: sealed, with what may be told about it. */
@Entity
@Table(name = "sealed_secret")
public class SealedSecret {
  /** What its value is bound to besides the table. */
  static final String COLUMN = "sealed";

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

  SealedSecret(Sealed value, String hint, @Nullable LocalDate expiresOn, Instant now) {
    this.tenantId = value.context().owner();
    hold(value, hint, expiresOn, now);
  }

  /** Takes the place of the secret held so far. */
  void replace(Sealed value, String newHint, @Nullable LocalDate newExpiresOn, Instant now) {
    if (value.context().version() <= version) {
      throw new IllegalArgumentException(
          "a version after " + version + " expected, " + value.context().version() + " given");
    }
    hold(value, newHint, newExpiresOn, now);
  }

  private void hold(Sealed value, String newHint, @Nullable LocalDate newExpiresOn, Instant now) {
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
    this.hint = newHint;
    this.expiresOn = newExpiresOn;
    this.storedAt = now.atOffset(ZoneOffset.UTC);
  }

  void expires(LocalDate lastDay) {
    this.expiresOn = lastDay;
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(
            tenantId, SealedTable.SEALED_SECRET.table(), COLUMN, version, keyId, format);
    return new Sealed(context, sealed.clone());
  }

  SecretDescription description() {
    return new SecretDescription(hint, version, storedAt.toInstant(), expiresOn);
  }
}
