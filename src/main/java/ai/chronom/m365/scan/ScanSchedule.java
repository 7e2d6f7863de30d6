package ai.chronom.m365.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When a tenant is scanned next, and when an interrupted scan goes on. */
final class ScanSchedule {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);
  private static final double JITTER = 0.1;

  private final Duration interval;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1, so that tenants don't all come at the same time
   */
  ScanSchedule(Duration interval, DoubleSupplier random) {
    this.interval = interval;
    this.random = random;
  }

  Instant next(Instant now) {
    return now.plus(interval).plus(jitter(interval));
  }

  /** Whether the interval since the last request is over. */
  boolean due(Instant lastRequest, Instant now) {
    return !lastRequest.plus(interval).isAfter(now);
  }

  /**
   * Twice as long after each failure, and at least what the service asked for.
   *
   * @param failures in a row before this one
   */
  Instant retry(Instant now, int failures, @Nullable Duration asked) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
    wait = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    if (asked != null && asked.compareTo(wait) > 0) {
      wait = asked;
    }
    return now.plus(wait).plus(jitter(wait));
  }

  private Duration jitter(Duration of) {
    return Duration.ofMillis((long) (of.toMillis() * JITTER * random.getAsDouble()));
  }
}
