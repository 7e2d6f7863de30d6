package ai.chronom.m365.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which wait a request to Graph is tried again: what the service asks for, else
 * twice as long each time (Microsoft Graph throttling guidance, 2025-01).
 */
final class Patience {
  /** Asked to wait longer than this, we give up and say so; the caller comes back later. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private static final Set<Integer> POLITE = Set.of(429, 503, 504, 509);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MAX_TRIES_WHEN_THROTTLED = 10;
  private static final int MAX_TRIES_OTHERWISE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_OWN_WAIT = Duration.ofSeconds(60);
  private static final double JITTER = 0.1;

  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1, for the jitter
   */
  Patience(DoubleSupplier random) {
    this.random = random;
  }

  static Patience withRandomJitter() {
    return new Patience(() -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * How long to wait before the next try; empty when it is time to give up.
   *
   * @param tries how many were made, at least 1
   * @param status HTTP status; 0 when the connection failed
   * @param asked the wait that the service asked for; null when it did not
   */
  Optional<Duration> beforeNextTry(int tries, int status, @Nullable Duration asked) {
    if (!isWorthRetrying(status) || tries >= maxTries(status)) {
      return Optional.empty();
    }
    if (asked != null) {
      return asked.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(withJitter(asked));
    }
    Duration doubled = FIRST_WAIT.multipliedBy(1L << (tries - 1));
    return Optional.of(
        withJitter(doubled.compareTo(LONGEST_OWN_WAIT) > 0 ? LONGEST_OWN_WAIT : doubled));
  }

  /** Reads {@code Retry-After}: seconds or an HTTP date. Null when absent or unreadable. */
  static @Nullable Duration asked(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null || retryAfter.isBlank()) {
      return null;
    }
    String text = retryAfter.strip();
    try {
      if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Duration.ofSeconds(Long.parseLong(text));
      }
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** An outage or a polite refusal, which passes by itself. */
  static boolean isWorthRetrying(int status) {
    return status == 0 || POLITE.contains(status) || (status >= 500 && status != 501);
  }

  private static int maxTries(int status) {
    return status == TOO_MANY_REQUESTS ? MAX_TRIES_WHEN_THROTTLED : MAX_TRIES_OTHERWISE;
  }

  /** Never less than asked for. */
  private Duration withJitter(Duration wait) {
    double extraMillis = (wait.toMillis() * JITTER + 200) * random.getAsDouble();
    return wait.plusMillis((long) extraMillis);
  }
}
