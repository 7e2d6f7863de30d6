package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The key of the audit chain as the database keeps it: sealed; one row, forever. */
@Entity
@Table(name = "audit_chain_key")
public class SealedChainKey {
  /** What its value is bound to besides the table. */
  static final String COLUMN = "sealed";

  /** The name of the only row. */
  static final String NAME = "audit";

  @Id
  @Column(name = "name")
  private String name;

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
  protected SealedChainKey() {}

  SealedChainKey(Sealed value) {
    this.name = value.context().owner();
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(name, SealedTable.AUDIT_CHAIN_KEY.table(), COLUMN, version, keyId, format);
    return new Sealed(context, sealed.clone());
  }
}
