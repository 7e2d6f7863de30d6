package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What earlier snapshots said of products and purchases, the oldest day first: quantities must fit
 * the peak of a season, and only time tells how often a purchase renews.
 */
public record History(List<Day> days) {
  public static final History NONE = new History(List.of());

  /** As far back as anybody looks. */
  static final int REACH_DAYS = 183;

  public History {
    days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
  }

  /**
   * One day with snapshots.
   *
   * @param needed units needed after the findings of that day, by product
   * @param renewals when each purchase would renew, by its id; without those that named no day
   */
  public record Day(LocalDate date, Map<SkuId, Span> needed, Map<String, LocalDate> renewals) {
    public Day {
      needed = Map.copyOf(needed);
      renewals = Map.copyOf(renewals);
    }
  }

  /** The fewest and the most of a day. */
  public record Span(int least, int most) {}

  Stream<Day> since(LocalDate from) {
    return days.stream().filter(day -> !day.date().isBefore(from));
  }

  /** The most that was needed of a product on the last day with snapshots up to that one. */
  public OptionalInt needed(SkuId sku, LocalDate upTo) {
    return days.stream()
        .filter(day -> !day.date().isAfter(upTo))
        .flatMap(day -> Optional.ofNullable(day.needed().get(sku)).stream())
        .reduce((older, newer) -> newer)
        .map(span -> OptionalInt.of(span.most()))
        .orElse(OptionalInt.empty());
  }

  /** The days on which a purchase was said to renew, one for each day with snapshots. */
  List<LocalDate> renewals(String subscriptionId) {
    return days.stream()
        .flatMap(day -> Optional.ofNullable(day.renewals().get(subscriptionId)).stream())
        .toList();
  }
}
