package ai.chronom.m365.report;

import ai.chronom.m365.findings.DatedAmounts;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money a tenant wastes: one headline, split by rule, by product and by date.
 *
 * @param monthly findings of high confidence and spare units
 * @param review what findings of medium confidence would add to it, per month
 * @param byRule largest first; sums up to the headline
 * @param bySku largest first; sums up to the headline
 * @param path from what is spent today to what would be
 * @param asOf when the snapshot was taken
 */
public record Savings(
    Currency currency,
    Money monthly,
    Money annual,
    Money review,
    List<ByRule> byRule,
    List<BySku> bySku,
    DatedAmounts dated,
    SpendingPath path,
    Instant asOf) {
  public Savings {
    byRule = List.copyOf(byRule);
    bySku = List.copyOf(bySku);
  }

  /**
   * A rule's part per month.
   *
   * @param rule null for freed seats that stay as buffer, which no rule owns
   */
  public record ByRule(@Nullable RuleId rule, String title, Money amount) {}

  /** A product's part per month. */
  public record BySku(SkuId skuId, String name, Money amount) {}
}
