package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.UnitPrice;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From what the paid products cost today to what they would cost: the difference is the headline.
 * Amounts are per month.
 *
 * @param spending what is bought, at the price book's prices; products without a price are left out
 * @param steps in their order; a step that brings nothing is left out
 * @param kept what stays of it as spare seats, less seats that have to be bought: taken off
 * @param target what remains to be paid
 * @param unpriced paid products whose price nobody knows
 */
public record SpendingPath(
    Money spending, List<Step> steps, Money kept, Money target, int unpriced) {
  public SpendingPath {
    steps = List.copyOf(steps);
  }

  /** What one kind of deed brings. */
  public record Step(SavingStep step, Money amount) {}

  public static SpendingPath of(Evaluation evaluation) {
    Currency currency = evaluation.currency();
    Map<SavingStep, Money> sums = new EnumMap<>(SavingStep.class);
    Money rest = evaluation.monthly();
    for (RuleResult rule : evaluation.rules()) {
      rest = rest.minus(rule.net());
      SavingStep step = SavingStep.of(rule.id()).orElse(SavingStep.UNUSED);
      sums.merge(step, rule.net(), Money::plus);
    }
    List<Step> steps = new ArrayList<>();
    sums.forEach(
        (step, amount) -> {
          if (!amount.isZero()) {
            steps.add(new Step(step, amount));
          }
        });
    Money spending = Money.zero(currency);
    int unpriced = 0;
    for (SkuLine line : evaluation.lines()) {
      UnitPrice price = line.unitPrice();
      if (line.skuClass() != SkuClass.PAID && line.skuClass() != SkuClass.EXCLUDED) {
        continue;
      }
      if (price == null) {
        unpriced++;
      } else {
        spending = spending.plus(price.amount().times(line.purchased()));
      }
    }
    return new SpendingPath(spending, steps, rest, spending.minus(evaluation.monthly()), unpriced);
  }
}
