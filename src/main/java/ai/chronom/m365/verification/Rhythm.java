package ai.chronom.m365.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When a tenant is verified next. Each tenant has its own jitter, so that many tenants spread over
 * the interval; one that fails backs off by itself and delays nobody.
 */
final class Rhythm {
  /** Due before everything that is merely due: somebody waits for it. */
  static final Instant AT_ONCE = Instant.EPOCH;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

  /** Wrong credentials stay wrong until somebody acts, and Entra dislikes guessing. */
  private static final Duration FIRST_RETRY_AFTER_REJECTION = Duration.ofMinutes(10);

  private static final double JITTER = 0.1;
  private static final int DOUBLINGS_MAX = 20;

  private final Duration interval;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Rhythm(Duration interval, DoubleSupplier random) {
    this.interval = interval;
    this.random = random;
  }

  /** No verification can be due later than this. */
  static Instant latest(Instant now, Duration interval) {
    return now.plusMillis((long) (interval.toMillis() * (1 + JITTER)) + 1);
  }

  Instant afterSuccess(Instant now) {
    return now.plus(spread(interval));
  }

  /**
   * @param failures in a row before this one
   */
  Instant afterFailure(Instant now, int failures, boolean rejected) {
    Duration first = rejected ? FIRST_RETRY_AFTER_REJECTION : FIRST_RETRY;
    Duration wait = first.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    return now.plus(spread(wait.compareTo(interval) < 0 ? wait : interval));
  }

  /** From 10 % less to 10 % more. */
  private Duration spread(Duration wait) {
    double factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis((long) (wait.toMillis() * factor));
  }
}
