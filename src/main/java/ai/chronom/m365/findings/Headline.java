package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.Subscription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spending on the units bought, less spending on the units wanted: the difference of two states,
 * not a sum of findings, so that nothing counts twice.
 */
final class Headline {
  private final Inquiry inquiry;
  private final Moves moves;
  private final PoolSkus pool;
  private final Set<SkuId> keptSpare;
  private final Map<SkuId, Quantity> high = new HashMap<>();

  /**
   * @param keptSpare products whose spare units somebody decided to keep
   */
  Headline(Inquiry inquiry, Moves moves, Set<SkuId> keptSpare) {
    this.inquiry = inquiry;
    this.moves = moves;
    this.keptSpare = Set.copyOf(keptSpare);
    this.pool = new PoolSkus(inquiry);
    paid().forEach(holding -> high.put(holding.id(), quantity(holding, Confidence.HIGH)));
  }

  private List<Holding> paid() {
    return products().filter(Holding::paid).toList();
  }

  /** What is bought, and what replacements would have to be bought. */
  private Stream<Holding> products() {
    Holdings holdings = inquiry.holdings();
    return Stream.concat(
        holdings.all().stream(),
        moves.added().stream()
            .filter(sku -> holdings.find(sku).isEmpty())
            .map(holdings::orUnbought));
  }

  private Quantity quantity(Holding holding, Confidence upTo) {
    return Quantity.of(
        holding,
        moves.freed(holding.id(), upTo),
        moves.added(holding.id(), upTo),
        inquiry.thresholds(),
        pool.spareCounts(holding) && !keptSpare.contains(holding.id()));
  }

  /** Per month, findings of high confidence only. */
  BigDecimal monthly() {
    return total(Confidence.HIGH);
  }

  /** What findings of medium confidence would add, per month. */
  BigDecimal review() {
    return total(Confidence.MEDIUM).subtract(monthly());
  }

  private BigDecimal total(Confidence upTo) {
    return paid().stream()
        .map(holding -> amount(holding, quantity(holding, upTo).saved()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What spare units of a product add to the headline; null when its price is unknown. */
  @Nullable BigDecimal pool(SkuId sku) {
    Quantity quantity = high.get(sku);
    Holding holding = inquiry.holdings().orUnbought(sku);
    return quantity == null || holding.price().isEmpty() ? null : amount(holding, quantity.pool());
  }

  /** What spare units cost taken alone; null when the price is unknown. */
  @Nullable BigDecimal gross(Candidate.SpareUnits units) {
    return inquiry
        .holdings()
        .find(units.skuId())
        .filter(holding -> holding.price().isPresent())
        .map(holding -> amount(holding, units.count()))
        .orElse(null);
  }

  private static BigDecimal amount(Holding holding, int units) {
    return holding.unitAmount().multiply(BigDecimal.valueOf(units));
  }

  DatedAmounts dated() {
    BigDecimal reuse = BigDecimal.ZERO;
    BigDecimal now = BigDecimal.ZERO;
    BigDecimal locked = BigDecimal.ZERO;
    BigDecimal buy = BigDecimal.ZERO;
    Map<LocalDate, BigDecimal> later =
        new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
    for (Holding holding : paid()) {
      Quantity quantity = quantityOf(holding);
      reuse = reuse.add(amount(holding, quantity.reused()));
      locked = locked.add(amount(holding, quantity.locked()));
      buy = buy.add(amount(holding, quantity.toBuy()));
      for (DatedUnits.Part part : DatedUnits.of(holding, quantity.drop(), inquiry.now())) {
        BigDecimal amount = amount(holding, part.units());
        if (part.now()) {
          now = now.add(amount);
        } else if (amount.signum() != 0) {
          later.merge(part.date(), amount, BigDecimal::add);
        }
      }
    }
    List<DatedAmounts.Renewal> renewals = new ArrayList<>();
    later.forEach((date, amount) -> renewals.add(new DatedAmounts.Renewal(date, money(amount))));
    return new DatedAmounts(money(reuse), money(now), renewals, money(locked), money(buy));
  }

  private Quantity quantityOf(Holding holding) {
    return high.getOrDefault(holding.id(), new Quantity(0, 0, 0, 0, 0, 0, 0));
  }

  Money money(BigDecimal amount) {
    return new Money(amount, inquiry.holdings().currency());
  }

  /** Every product, also those that cost nothing. */
  List<SkuLine> lines() {
    return products().map(this::line).toList();
  }

  private SkuLine line(Holding holding) {
    Quantity quantity = high.getOrDefault(holding.id(), unpaid(holding));
    boolean priced = holding.paid() && holding.price().isPresent();
    return new SkuLine(
        holding.id(),
        holding.bought().partNumber(),
        holding.name(),
        holding.kind(),
        holding.skuClass(),
        holding.bought().enabledUnits(),
        holding.bought().consumedUnits(),
        holding.bought().enabledUnits() - holding.bought().consumedUnits(),
        quantity.needed(),
        quantity.wanted(),
        quantity.drop(),
        quantity.toBuy(),
        holding.price().orElse(null),
        priced ? money(amount(holding, quantity.saved())) : null,
        priced ? money(amount(holding, quantity.pool())) : null,
        renewals(holding));
  }

  private static Quantity unpaid(Holding holding) {
    int bought = holding.bought().enabledUnits();
    return new Quantity(bought, holding.bought().consumedUnits(), bought, 0, 0, 0, 0);
  }

  private static List<SkuLine.RenewalDate> renewals(Holding holding) {
    return holding.subscriptions().stream()
        .sorted(
            Comparator.comparing(
                    Subscription::nextLifecycle, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Subscription::subscriptionId))
        .map(
            one ->
                new SkuLine.RenewalDate(
                    DatedUnits.day(one.nextLifecycle()), one.totalLicenses(), one.status()))
        .toList();
  }
}
