package ai.chronom.m365.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often one tenant is scanned by itself.
 *
 * @param own as chosen for the tenant, zero for never; null when as often as configured
 * @param usual as configured
 */
public record ScanRhythm(@Nullable Duration own, Duration usual) {
  /** The word for as often as configured. */
  public static final String USUAL = "default";

  /** The word for only when somebody asks. */
  public static final String NEVER = "never";

  /** Far enough: a job must be due some day. */
  private static final Duration SOME_DAY = Duration.ofDays(3_650);

  /** Empty when only somebody's wish starts a scan. */
  public Optional<Duration> every() {
    Duration chosen = own == null ? usual : own;
    return chosen.isZero() ? Optional.empty() : Optional.of(chosen);
  }

  /** As REST and pages say it: {@code default}, {@code never}, or ISO 8601. */
  public String word() {
    if (own == null) {
      return USUAL;
    }
    return own.isZero() ? NEVER : own.toString();
  }

  Instant next(Instant now, DoubleSupplier random) {
    return every()
        .map(interval -> new ScanSchedule(interval, random).next(now))
        .orElse(now.plus(SOME_DAY));
  }

  /** When a scan is due that was asked for last at that time. */
  Instant after(Instant lastRequest) {
    return lastRequest.plus(every().orElse(SOME_DAY));
  }

  boolean due(Instant lastRequest, Instant now) {
    return !after(lastRequest).isAfter(now);
  }
}
