package ai.chronom.m365.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The guesses for one name since its last right password. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure {
  @Id
  @Column(name = "name_hash")
  private String nameHash;

  @Column(name = "failures")
  private int failures;

  @Column(name = "last_at")
  private OffsetDateTime lastAt;

  @Column(name = "locked_until")
  private @Nullable OffsetDateTime lockedUntil;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected SignInFailure() {}

  SignInFailure(String nameHash, Instant now) {
    this.nameHash = nameHash;
    this.lastAt = now.atOffset(ZoneOffset.UTC);
  }

  /** Zero when a guess is allowed now. */
  Duration rest(Instant now) {
    return GuessLimit.rest(lockedUntil == null ? null : lockedUntil.toInstant(), now);
  }

  /** Counts a guess as wrong; a right one removes the whole row afterwards. */
  void count(Instant now) {
    boolean forgotten = lastAt.toInstant().isBefore(now.minus(GuessLimit.MEMORY));
    failures = forgotten ? 1 : failures + 1;
    lastAt = now.atOffset(ZoneOffset.UTC);
    Duration lock = GuessLimit.lockAfter(failures);
    lockedUntil = lock.isZero() ? null : now.plus(lock).atOffset(ZoneOffset.UTC);
  }

  int failures() {
    return failures;
  }
}
