package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
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

/**
 * A person who may sign in: with a password of ours, or because the identity provider vouches for
 * them.
 */
@Entity
@Table(name = "account")
public class Account {
  public static final int NAME_MAX_CHARS = 100;

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

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

  @Column(name = "issuer")
  private @Nullable String issuer;

  @Column(name = "subject")
  private @Nullable String subject;

  @Column(name = "restricted")
  private boolean restricted;

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

  /** Somebody whom an identity provider knows by this subject. */
  static Account visitor(String name, String issuer, String subject, String role, Instant now) {
    Account visitor = new Account(name, "", role, now);
    visitor.passwordHash = null;
    visitor.issuer = issuer;
    visitor.subject = subject;
    return visitor;
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

  /** From now on only some tenants, or all again. */
  void restrict(boolean toSome) {
    this.restricted = toSome;
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
    return isLocal() && !disabled && oneTimeUntil().filter(until -> !now.isBefore(until)).isEmpty();
  }

  /** Whether a session that began then is still good. */
  boolean knows(Instant begun) {
    return !disabled && (sessionsFrom == null || !begun.isBefore(sessionsFrom.toInstant()));
  }

  /** Has an own password, so that neither good will nor a provider stands behind it. */
  boolean canAdministrate() {
    return isLocal() && !disabled && !mustChoose();
  }

  boolean opensWith(String password, Passwords passwords) {
    return passwordHash != null && passwords.matches(password.toCharArray(), passwordHash);
  }

  public String name() {
    return name;
  }

  /** Empty for who has no password of ours. */
  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Whether the password is ours, and not an identity provider's. */
  public boolean isLocal() {
    return issuer == null;
  }

  /** Who vouches for the person; empty for who has a password of ours. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** What the issuer calls the person; empty for who has a password of ours. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  public String role() {
    return role;
  }

  /** Whether only some tenants are seen; administrators see all. */
  public boolean isRestricted() {
    return restricted && !role.equals(Role.ADMIN);
  }

  public boolean isDisabled() {
    return disabled;
  }

  public Instant createdAt() {
    return createdAt.toInstant();
  }
}
