package ai.chronom.m365.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person's seed of one-time codes as the database keeps it: sealed. */
@Entity
@Table(name = "second_factor")
public class SecondFactor {
  /** What its value is bound to besides the table. */
  static final String COLUMN = "sealed";

  static final long VERSION = 1;

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "confirmed_at")
  private @Nullable OffsetDateTime confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

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
  protected SecondFactor() {}

  SecondFactor(Sealed value, Instant now) {
    this.name = value.context().owner();
    this.createdAt = now.atOffset(ZoneOffset.UTC);
    this.version = value.context().version();
    this.keyId = value.context().keyId();
    this.format = value.context().format();
    this.sealed = value.bytes().clone();
  }

  /** The person has shown that their app makes the right codes. */
  void confirm(long step, Instant now) {
    this.confirmedAt = now.atOffset(ZoneOffset.UTC);
    use(step);
  }

  /** This code and all before it never count again. */
  void use(long step) {
    if (step <= lastStep) {
      throw new IllegalArgumentException("a step after " + lastStep + " expected, got " + step);
    }
    this.lastStep = step;
  }

  long lastStep() {
    return lastStep;
  }

  /** Empty while it is being set up. */
  Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt).map(OffsetDateTime::toInstant);
  }

  Instant createdAt() {
    return createdAt.toInstant();
  }

  Sealed sealed() {
    SealContext context =
        new SealContext(name, SealedTable.SECOND_FACTOR.table(), COLUMN, version, keyId, format);
    return new Sealed(context, sealed.clone());
  }
}
