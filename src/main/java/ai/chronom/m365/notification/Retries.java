package ai.chronom.m365.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When a delivery that failed is tried again, and when it is given up. */
final class Retries {
  /** From the time when it could be sent first. */
  static final Duration PATIENCE = Duration.ofHours(24);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double JITTER = 0.2;
  private static final int DOUBLINGS_MAX = 10;

  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Retries(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * Empty when it is time to give up.
   *
   * @param attempts made so far, at least 1
   * @param asked the wait that the other side asked for; null when it did not
   */
  Optional<Instant> next(int attempts, @Nullable Duration asked, Instant now, Instant giveUpAt) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    Duration own = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    Duration wait = asked == null || asked.compareTo(own) < 0 ? own : asked;
    Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    double factor = 1 + JITTER * random.getAsDouble();
    Instant due = now.plusMillis((long) (bounded.toMillis() * factor));
    return due.isBefore(giveUpAt) ? Optional.of(due) : Optional.empty();
  }
}
