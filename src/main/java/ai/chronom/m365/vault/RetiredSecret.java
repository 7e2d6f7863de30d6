package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A replaced credential that a running scan may still need: sealed, and gone soon. */
@Entity
@Table(name = "retired_secret")
public class RetiredSecret {
  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private CredentialKind kind;

  @Column(name = "version")
  private long version;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "format")
  private short format;

  @Column(name = "sealed")
  private byte[] sealed;

  @Column(name = "retired_at")
  private OffsetDateTime retiredAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected RetiredSecret() {}

  RetiredSecret(String tenantId, CredentialKind kind, Sealed value, Instant now) {
    this.id = value.context().owner();
    this.tenantId = tenantId;
    this.kind = kind;
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
    this.retiredAt = now.atOffset(ZoneOffset.UTC);
  }

  /** A table of sealed values is known by one text. */
  static String id(String tenantId, long version) {
    return tenantId + ":" + version;
  }

  CredentialKind kind() {
    return kind;
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(
            id, SealedTable.RETIRED_SECRET.table(), kind.column(), version, keyId, format);
    return new Sealed(context, sealed.clone());
  }

  long version() {
    return version;
  }

  String tenantId() {
    return tenantId;
  }

  Instant retiredAt() {
    return retiredAt.toInstant();
  }
}
