package ai.chronom.m365.findings;

import ai.chronom.m365.scan.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads units to give back over a product's purchases: those that can be cancelled now first. */
final class DatedUnits {
  /** Microsoft takes a new-commerce purchase back within so many days. */
  private static final int CANCEL_DAYS = 7;

  private DatedUnits() {}

  /**
   * Some units and when they can go.
   *
   * @param date null when unknown
   */
  record Part(boolean now, @Nullable LocalDate date, int units) {}

  static List<Part> of(Holding holding, int drop, Instant now) {
    List<Subscription> purchases =
        holding.subscriptions().stream()
            .filter(one -> !one.trial() && one.status().equals("Enabled"))
            .sorted(
                Comparator.comparing((Subscription one) -> !cancellable(one, now))
                    .thenComparing(
                        Subscription::nextLifecycle,
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Subscription::subscriptionId))
            .toList();
    List<Part> parts = new ArrayList<>();
    int left = drop;
    for (Subscription one : purchases) {
      int units = Math.min(left, one.totalLicenses());
      if (units > 0) {
        parts.add(new Part(cancellable(one, now), day(one.nextLifecycle()), units));
        left -= units;
      }
    }
    if (left > 0) {
      parts.add(new Part(false, null, left));
    }
    return parts;
  }

  private static boolean cancellable(Subscription one, Instant now) {
    Instant created = one.createdAt();
    return created != null && created.isAfter(now.minus(Duration.ofDays(CANCEL_DAYS)));
  }

  static @Nullable LocalDate day(@Nullable Instant time) {
    return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
