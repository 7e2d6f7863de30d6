package ai.chronom.m365.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  @Column(name = "one_time_until")
  private @Nullable OffsetDateTime oneTimeUntil;

  @Column(name = "sessions_from")
  private @Nullable OffsetDateTime sessionsFrom;

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

  public void enable() {
    this.disabled = false;
  }

  public void take(String newRole) {
    this.role = newRole;
  }

  /** Another password; every session that began under the former one is over. */
  public void choose(String newHash, Instant now) {
    this.passwordHash = newHash;
    this.oneTimeUntil = null;
    endSessions(now);
  }

  /** The same with a password that only lets choose an own one, until then. */
  public void lend(String oneTimeHash, Instant until, Instant now) {
    choose(oneTimeHash, now);
    this.oneTimeUntil = until.atOffset(ZoneOffset.UTC);
  }

  /** Sessions that began before are over, on every node. */
  public void endSessions(Instant now) {
    this.sessionsFrom = now.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** Whether the password was only lent, and an own one must be chosen. */
  public boolean mustChoose() {
    return oneTimeUntil != null;
  }

  /** When the lent password ends; empty when it is the person's own. */
  public Optional<Instant> oneTimeUntil() {
    return Optional.ofNullable(oneTimeUntil).map(OffsetDateTime::toInstant);
  }

  /** Whether the password, if it is right, opens anything now. */
  boolean opens(Instant now) {
    return !disabled && oneTimeUntil().filter(until -> !now.isBefore(until)).isEmpty();
  }

  /** Whether a session that began then is still good. */
  boolean knows(Instant begun) {
    return !disabled && (sessionsFrom == null || !begun.isBefore(sessionsFrom.toInstant()));
  }

  /** Has an own password, so that more than good will stands behind it. */
  boolean canAdministrate() {
    return !disabled && !mustChoose();
  }

  boolean opensWith(String password, Passwords passwords) {
    return passwords.matches(password.toCharArray(), passwordHash);
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
