package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums an evaluation up. */
final class SavingsSum {
  static final int MONTHS = 12;

  private SavingsSum() {}

  static Savings of(Evaluation evaluation) {
    return new Savings(
        evaluation.currency(),
        evaluation.monthly(),
        evaluation.monthly().times(MONTHS),
        evaluation.review(),
        byRule(evaluation),
        bySku(evaluation.lines()),
        evaluation.dated(),
        SpendingPath.of(evaluation),
        evaluation.takenAt());
  }

  private static List<Savings.ByRule> byRule(Evaluation evaluation) {
    List<Savings.ByRule> parts = new ArrayList<>();
    Money rest = evaluation.monthly();
    for (RuleResult rule : evaluation.rules()) {
      rest = rest.minus(rule.net());
      if (!rule.net().isZero()) {
        parts.add(new Savings.ByRule(rule.id(), rule.title(), rule.net()));
      }
    }
    if (!rest.isZero()) {
      parts.add(new Savings.ByRule(null, "Freed seats kept as spare, seats to buy", rest));
    }
    parts.sort(Comparator.comparing((Savings.ByRule part) -> part.amount().amount()).reversed());
    return parts;
  }

  private static List<Savings.BySku> bySku(List<SkuLine> lines) {
    List<Savings.BySku> parts = new ArrayList<>();
    for (SkuLine line : lines) {
      Money saving = line.saving();
      if (saving != null && !saving.isZero()) {
        parts.add(new Savings.BySku(line.skuId(), line.name(), saving));
      }
    }
    parts.sort(Comparator.comparing((Savings.BySku part) -> part.amount().amount()).reversed());
    return parts;
  }
}
