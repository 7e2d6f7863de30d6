package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something else that might hold.
 *
 * @param thresholds in their ranges
 * @param buffers spare units to keep, by product
 * @param prices of one unit per month, by product, in the currency of the price book
 * @param dismissed ids of findings to leave as they are, besides those that are
 */
public record Scenario(
    Map<Threshold, Integer> thresholds,
    Map<SkuId, Integer> buffers,
    Map<SkuId, BigDecimal> prices,
    Set<String> dismissed) {
  public static final Scenario NOTHING = new Scenario(Map.of(), Map.of(), Map.of(), Set.of());

  public Scenario {
    thresholds = Map.copyOf(thresholds);
    buffers = Map.copyOf(buffers);
    prices = Map.copyOf(prices);
    dismissed = Set.copyOf(dismissed);
  }

  public boolean empty() {
    return equals(NOTHING);
  }

  /** What an evaluation would rest on. */
  EvaluationInputs over(EvaluationInputs now, Instant takenAt) {
    Thresholds changed = now.settings().thresholds();
    for (Map.Entry<Threshold, Integer> one : thresholds.entrySet()) {
      changed = changed.with(one.getKey(), one.getValue());
    }
    for (Map.Entry<SkuId, Integer> one : buffers.entrySet()) {
      changed = changed.withBuffer(one.getKey(), one.getValue());
    }
    Set<String> left = new HashSet<>(now.dismissed());
    left.addAll(dismissed);
    return new EvaluationInputs(
        now.scanId(),
        pricesOver(now, takenAt),
        now.names(),
        new TenantSettings(changed, now.settings().lists(), now.settings().segment()),
        left);
  }

  private List<StatedPrice> pricesOver(EvaluationInputs inputs, Instant takenAt) {
    List<StatedPrice> now = inputs.prices();
    Segment segment = inputs.settings().segment();
    Currency currency = new PriceBook(SkuCatalog.builtIn(), now).currency();
    LocalDate day = LocalDate.ofInstant(takenAt, ZoneOffset.UTC);
    List<StatedPrice> changed =
        new ArrayList<>(
            now.stream()
                .filter(
                    one ->
                        one.origin() != PriceOrigin.ENTERED
                            || one.segment() != segment
                            || !prices.containsKey(one.skuId()))
                .toList());
    prices.forEach(
        (sku, amount) ->
            changed.add(
                new StatedPrice(
                    sku,
                    new Money(amount, currency),
                    day,
                    PriceOrigin.ENTERED,
                    "what-if",
                    "what-if",
                    takenAt,
                    segment)));
    return changed;
  }
}
