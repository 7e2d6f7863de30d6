package ai.chronom.m365.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many wrong passwords a name may have: five, then a minute's rest, doubling to fifteen. */
final class GuessLimit {
  static final int FREE_GUESSES = 5;
  static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

  /** So long after the last guess the count starts again. */
  static final Duration MEMORY = Duration.ofDays(1);

  private static final int ENOUGH_DOUBLINGS = 10;

  private GuessLimit() {}

  /** Zero while guesses are free. */
  static Duration lockAfter(int failures) {
    if (failures < FREE_GUESSES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - FREE_GUESSES, ENOUGH_DOUBLINGS);
    Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
    return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
  }

  /** Zero when the name may be tried now. */
  static Duration rest(@Nullable Instant lockedUntil, Instant now) {
    return lockedUntil == null || !lockedUntil.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, lockedUntil);
  }
}
