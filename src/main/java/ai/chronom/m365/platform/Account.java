package ai.chronom.m365.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A person who may sign in with a password of ours. */
@Entity
@Table(name = "account")
public class Account {
  public static final int NAME_MAX_CHARS = 100;

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "role")
  private String role;

  @Column(name = "disabled")
  private boolean disabled;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Version
  @Column(name = "version")
  private long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  public Account(String name, String passwordHash, String role, Instant now) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.role = role;
    this.createdAt = now.atOffset(ZoneOffset.UTC);
  }

  public void disable() {
    this.disabled = true;
  }

  public String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  public String role() {
    return role;
  }

  public boolean isDisabled() {
    return disabled;
  }

  public Instant createdAt() {
    return createdAt.toInstant();
  }
}
