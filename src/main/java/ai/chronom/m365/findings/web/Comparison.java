package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two evaluations of one snapshot, side by side; amounts per month.
 *
 * @param byRule those that differ
 * @param bySku those that differ
 */
public record Comparison(Moved monthly, Moved review, List<ByRule> byRule, List<BySku> bySku) {
  public Comparison {
    byRule = List.copyOf(byRule);
    bySku = List.copyOf(bySku);
  }

  /** An amount now, and as it would be. */
  public record Moved(Money now, Money then) {
    public Money difference() {
      return then.minus(now);
    }

    /** Without its sign. */
    public Money distance() {
      return then.amount().compareTo(now.amount()) < 0 ? now.minus(then) : difference();
    }
  }

  /** A rule's findings and their part of the headline. */
  public record ByRule(RuleId rule, String title, int findingsNow, int findingsThen, Moved net) {}

  /** A product's quantity to order and its saving; null where no price is known. */
  public record BySku(
      SkuId skuId,
      String name,
      int orderNow,
      int orderThen,
      @Nullable Money savingNow,
      @Nullable Money savingThen) {}

  static Comparison of(Evaluation now, Evaluation then) {
    return new Comparison(
        new Moved(now.monthly(), then.monthly()),
        new Moved(now.review(), then.review()),
        byRule(now, then),
        bySku(now, then));
  }

  private static List<ByRule> byRule(Evaluation now, Evaluation then) {
    Map<RuleId, RuleResult> before = new LinkedHashMap<>();
    now.rules().forEach(rule -> before.put(rule.id(), rule));
    List<ByRule> rows = new ArrayList<>();
    for (RuleResult after : then.rules()) {
      RuleResult old = before.getOrDefault(after.id(), after);
      ByRule row =
          new ByRule(
              after.id(),
              after.title(),
              old.findings(),
              after.findings(),
              new Moved(old.net(), after.net()));
      if (row.findingsNow() != row.findingsThen() || !row.net().difference().isZero()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<BySku> bySku(Evaluation now, Evaluation then) {
    Map<SkuId, SkuLine> before = new LinkedHashMap<>();
    now.lines().forEach(line -> before.put(line.skuId(), line));
    List<BySku> rows = new ArrayList<>();
    for (SkuLine after : then.lines()) {
      SkuLine old = before.getOrDefault(after.skuId(), after);
      boolean same =
          old.recommended() == after.recommended() && Objects.equals(old.saving(), after.saving());
      if (!same) {
        rows.add(
            new BySku(
                after.skuId(),
                after.name(),
                old.recommended(),
                after.recommended(),
                old.saving(),
                after.saving()));
      }
    }
    return rows;
  }
}
