package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * What the rules made of one snapshot. Amounts are per month.
 *
 * @param takenAt when the snapshot was taken
 * @param monthly the headline: findings of high confidence and the spare units
 * @param review what findings of medium confidence would add
 * @param accounts licensed accounts seen
 * @param renewals what to order when purchases renew, the nearest first
 */
public record Evaluation(
    long scanId,
    Instant takenAt,
    Instant evaluatedAt,
    Currency currency,
    Money monthly,
    Money review,
    DatedAmounts dated,
    long accounts,
    List<RuleResult> rules,
    List<SkuLine> lines,
    List<RenewalLine> renewals) {
  public Evaluation {
    rules = List.copyOf(rules);
    lines = List.copyOf(lines);
    renewals = List.copyOf(renewals);
  }
}
