package ai.chronom.m365.report;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.RuleBook;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.Money;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpendingPathTest {
  private static SpendingPath path() {
    SampleTenant tenant = SampleTenant.of().product(SampleTenant.sku(E5, 20, 10));
    for (int i = 0; i < 5; i++) {
      tenant.and(SampleUser.named("idle" + i).idle(200).with(E3));
    }
    return SpendingPath.of(tenant.evaluate().evaluation());
  }

  @Test
  void stepsLeadFromSpendingToTarget() {
    SpendingPath path = path();

    assertThat(path.steps())
        .extracting(step -> step.step() + " " + step.amount().amount())
        .containsExactly("UNUSED 480.00", "RECLAIM 195.00");
    Money left = path.spending();
    for (SpendingPath.Step step : path.steps()) {
      left = left.minus(step.amount());
    }
    assertThat(left.minus(path.kept())).isEqualTo(path.target());
    assertThat(path.spending().minus(path.target())).isEqualTo(Money.of("597.00", "USD"));
  }

  @Test
  void eachRuleBelongsToOneStep() {
    RuleBook book = AllRules.ruleBook();
    List<RuleId> rules =
        Stream.concat(
                book.rules().stream().map(rule -> rule.about().id()),
                book.missing().stream().map(RuleBook.MissingRule::id))
            .sorted()
            .toList();

    assertThat(Arrays.stream(SavingStep.values()).flatMap(step -> step.rules().stream()).sorted())
        .containsExactlyElementsOf(rules);
  }
}
