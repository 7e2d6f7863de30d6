package ai.chronom.m365.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program signs in with. Holds the hash of the token, never the token. */
@Entity
@Table(name = "api_token")
public class ApiToken {
  public static final int NAME_MAX_CHARS = 100;

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "name")
  private String name;

  @Column(name = "role")
  private String role;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "expires_on")
  private @Nullable LocalDate expiresOn;

  @Column(name = "restricted")
  private boolean restricted;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected ApiToken() {}

  ApiToken(NewToken wanted, String token, String createdBy, Instant now) {
    this.id = UUID.randomUUID().toString();
    this.name = wanted.name();
    this.role = wanted.role();
    this.tokenHash = Tokens.hash(token);
    this.createdAt = now.atOffset(ZoneOffset.UTC);
    this.createdBy = createdBy;
    this.expiresOn = wanted.expiresOn();
    this.restricted = !wanted.reach().all();
  }

  /** The day of expiry is the last on which the token works, in UTC. */
  boolean isValid(Instant now) {
    return expiresOn == null
        || now.isBefore(expiresOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String role() {
    return role;
  }

  public Instant createdAt() {
    return createdAt.toInstant();
  }

  public String createdBy() {
    return createdBy;
  }

  /** Whether only some tenants are seen. */
  public boolean isRestricted() {
    return restricted;
  }

  public Optional<LocalDate> expiresOn() {
    return Optional.ofNullable(expiresOn);
  }
}
