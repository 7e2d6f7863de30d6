package ai.chronom.m365.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a tenant is looked at again after consent was missing. How long a consent takes to reach
 * Entra's tokens is not documented; minutes are usual. After the last look it counts as not given.
 *
 * @param since when consent was seen missing after somebody acted
 */
record RecheckPlan(Instant since) {
  static final List<Duration> AFTER =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  /** Empty when the last look is over; looks that were missed are not made up for. */
  Optional<Instant> next(Instant now) {
    return AFTER.stream().map(since::plus).filter(look -> look.isAfter(now)).findFirst();
  }

  /** Which look that one is, from 1. */
  int number(Instant look) {
    return (int) AFTER.stream().map(since::plus).filter(each -> each.isBefore(look)).count() + 1;
  }
}
