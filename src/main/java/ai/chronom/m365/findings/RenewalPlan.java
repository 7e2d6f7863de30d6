package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.scan.Subscription;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What to order when purchases renew. It follows the peak of the last 90 days, not the day of the
 * snapshot, so it never gives back more than the headline does, but for seats of people who leave
 * within a month.
 */
final class RenewalPlan {
  private static final int PEAK_DAYS = 90;

  /** Of the price of a month's term, a year's term costs 1 / 1.2 (Microsoft, April 2025). */
  private static final BigDecimal PREMIUM_PARTS = BigDecimal.valueOf(6);

  private static final int CENT_DIGITS = 2;
  private static final int SWING_PERCENT = 20;
  private static final int PERCENT = 100;

  private static final Comparator<RenewalLine> NEAREST_FIRST =
      Comparator.comparing(
              RenewalLine::renewsOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(RenewalLine::product)
          .thenComparing(RenewalLine::subscriptionId);

  private final Inquiry inquiry;
  private final Map<SkuId, Integer> joiners;
  private final Map<SkuId, Integer> leavers;
  private final LocalDate today;
  private final PoolSkus pool;

  RenewalPlan(Inquiry inquiry, Map<SkuId, Integer> joiners, Map<SkuId, Integer> leavers) {
    this.inquiry = inquiry;
    this.joiners = Map.copyOf(joiners);
    this.leavers = Map.copyOf(leavers);
    this.today = LocalDate.ofInstant(inquiry.now(), ZoneOffset.UTC);
    this.pool = new PoolSkus(inquiry);
  }

  /** The nearest first; those without a day last. */
  List<RenewalLine> of(List<SkuLine> lines) {
    return lines.stream()
        .flatMap(
            line ->
                inquiry.holdings().find(line.skuId()).stream()
                    .filter(Holding::paid)
                    .flatMap(holding -> lines(holding, line.needed()).stream()))
        .sorted(NEAREST_FIRST)
        .toList();
  }

  private List<RenewalLine> lines(Holding holding, int needed) {
    List<Subscription> purchases = purchases(holding);
    RenewalLine.Demand demand = demand(holding, needed);
    Steady steady = steady(holding, needed);
    int drop = Math.max(0, holding.purchased() - demand.total());
    // What is paid by the year serves the steady need first.
    int open = Math.max(0, steady.least() - longer(holding, purchases));
    List<RenewalLine> lines = new ArrayList<>();
    for (Subscription one : purchases) {
      int less = Math.min(drop, one.totalLicenses());
      int stable = term(one) == PurchaseTerm.MONTHLY ? Math.min(open, one.totalLicenses()) : 0;
      drop -= less;
      open -= stable;
      lines.add(line(new Part(holding, one, demand, one.totalLicenses() - less, stable, steady)));
    }
    return lines;
  }

  /** What one line is made of. */
  private record Part(
      Holding holding,
      Subscription purchase,
      RenewalLine.Demand demand,
      int order,
      int stable,
      Steady steady) {}

  /**
   * The need over half a year.
   *
   * @param days how far back it was seen
   */
  private record Steady(int least, int most, int days) {
    boolean seasonal() {
      return (most - least) * PERCENT > most * SWING_PERCENT;
    }
  }

  /** Trials and lapsed purchases have no renewal. */
  private static List<Subscription> purchases(Holding holding) {
    return holding.subscriptions().stream()
        .filter(one -> !one.trial() && one.status().equals("Enabled") && one.totalLicenses() > 0)
        .sorted(
            Comparator.comparing(
                    Subscription::nextLifecycle, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Subscription::subscriptionId))
        .toList();
  }

  private RenewalLine.Demand demand(Holding holding, int needed) {
    LocalDate from = today.minusDays(PEAK_DAYS);
    int peak = needed;
    LocalDate peakOn = today;
    LocalDate watched = today;
    for (History.Day day : inquiry.history().since(from).toList()) {
      History.Span span = day.needed().get(holding.id());
      if (span != null) {
        watched = day.date().isBefore(watched) ? day.date() : watched;
        if (span.most() > peak) {
          peak = span.most();
          peakOn = day.date();
        }
      }
    }
    int bought = holding.purchased();
    int coming = joiners.getOrDefault(holding.id(), 0);
    int leaving = leavers.getOrDefault(holding.id(), 0);
    int buffer = inquiry.thresholds().buffer(holding.id(), bought);
    int minimum = Math.min(bought, inquiry.thresholds().minimum(holding.id()));
    int total =
        pool.spareCounts(holding)
            ? Math.max(Math.min(bought, peak + coming - leaving + buffer), minimum)
            : bought;
    int watchedDays = (int) ChronoUnit.DAYS.between(watched, today);
    return new RenewalLine.Demand(
        needed, peak, peakOn, watchedDays, coming, leaving, buffer, minimum, total);
  }

  private Steady steady(Holding holding, int needed) {
    Steady steady = new Steady(needed, needed, 0);
    for (History.Day day : inquiry.history().since(today.minusDays(History.REACH_DAYS)).toList()) {
      History.Span span = day.needed().get(holding.id());
      if (span != null) {
        steady =
            new Steady(
                Math.min(steady.least(), span.least()),
                Math.max(steady.most(), span.most()),
                Math.max(steady.days(), (int) ChronoUnit.DAYS.between(day.date(), today)));
      }
    }
    return steady;
  }

  /** Units that are not paid by the month. */
  private int longer(Holding holding, List<Subscription> purchases) {
    int monthly =
        purchases.stream()
            .filter(one -> term(one) == PurchaseTerm.MONTHLY)
            .mapToInt(Subscription::totalLicenses)
            .sum();
    return Math.max(0, holding.purchased() - monthly);
  }

  private PurchaseTerm term(Subscription one) {
    List<LocalDate> renewals = new ArrayList<>(inquiry.history().renewals(one.subscriptionId()));
    LocalDate next = DatedUnits.day(one.nextLifecycle());
    if (next != null) {
      renewals.add(next);
    }
    return PurchaseTerm.of(renewals, today, DatedUnits.day(one.createdAt()));
  }

  private RenewalLine line(Part part) {
    Holding holding = part.holding();
    Subscription one = part.purchase();
    LocalDate renewsOn = DatedUnits.day(one.nextLifecycle());
    PurchaseTerm term = term(one);
    Money now = holding.price().map(UnitPrice::amount).orElse(null);
    Money then =
        renewsOn == null
            ? now
            : inquiry.holdings().price(holding.id(), renewsOn).map(UnitPrice::amount).orElse(null);
    return new RenewalLine(
        one.subscriptionId(),
        holding.id(),
        holding.name(),
        renewsOn,
        term,
        one.ownerTenantId(),
        one.totalLicenses(),
        part.demand(),
        part.order(),
        now,
        then,
        then == null ? null : then.times(one.totalLicenses() - part.order()),
        now == null || then == null ? null : then.minus(now).times(one.totalLicenses()),
        part.stable(),
        part.steady().days(),
        part.steady().seasonal(),
        term == PurchaseTerm.MONTHLY && now != null ? premium(now.times(part.stable())) : null);
  }

  private static Money premium(Money cost) {
    return new Money(
        cost.amount().divide(PREMIUM_PARTS, CENT_DIGITS, RoundingMode.HALF_UP), cost.currency());
  }
}
