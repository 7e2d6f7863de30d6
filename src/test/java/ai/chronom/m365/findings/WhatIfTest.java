package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is assumed goes over what holds, and what is wrong is named. */
class WhatIfTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final StatedPrice CONTRACT =
      new StatedPrice(
          E3,
          Money.of("36.00", "USD"),
          LocalDate.parse("2026-01-01"),
          PriceOrigin.ENTERED,
          "contract",
          "ann",
          SampleUser.NOW);
  private static final EvaluationInputs NOW =
      new EvaluationInputs(
          7, List.of(CONTRACT), ProductNames.NONE, TenantSettings.STANDARD, Set.of("old"));

  private static Scenario scenario(ScenarioForm form) {
    assertThat(form.errors()).isEmpty();
    return form.scenario(TenantSettings.STANDARD);
  }

  @Test
  void assumedThingsGoOverWhatHolds() {
    ScenarioForm form = new ScenarioForm();
    form.threshold("t", "inactive-days", "60");
    form.buffer("b", E5.toString(), "0");
    form.price("p", E3.toString(), "30.5");
    form.dismiss("d", "new");
    EvaluationInputs then = scenario(form).over(NOW, SampleUser.NOW);
    assertThat(then.settings().thresholds().inactiveDays()).isEqualTo(60);
    assertThat(then.settings().thresholds().buffer(E5, 100)).isZero();
    assertThat(then.dismissed()).containsExactlyInAnyOrder("old", "new");
    assertThat(new PriceBook(SkuCatalog.builtIn(), then.prices()).price(E3, TODAY))
        .hasValueSatisfying(price -> assertThat(price.amount()).isEqualTo(Money.of("30.5", "USD")));
  }

  @Test
  void whatHoldsAnywayIsNoAssumption() {
    ScenarioForm form = new ScenarioForm();
    form.threshold("t", "inactive-days", "90");
    assertThat(scenario(form).empty()).isTrue();
  }

  @Test
  void namesEachWrongValue() {
    ScenarioForm form = new ScenarioForm();
    form.threshold("a", "inactive-days", "5");
    form.threshold("b", "no-such", "5");
    form.buffer("c", E5.toString(), "-1");
    form.price("d", E3.toString(), "1e400");
    form.price("e", "no-guid", "3");
    assertThat(form.errors())
        .extracting(FieldError::field)
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(form.scenario(TenantSettings.STANDARD).empty()).isTrue();
  }

  @Test
  void remembersTheLastAnswersByAllTheyRestOn() {
    RecentAnswers answers = new RecentAnswers(2);
    Evaluation made = SampleTenant.of().evaluate().evaluation();
    ScenarioForm form = new ScenarioForm();
    form.threshold("t", "inactive-days", "60");
    EvaluationInputs other = scenario(form).over(NOW, SampleUser.NOW);
    answers.keep(NOW, made);
    answers.keep(other, made);
    assertThat(answers.of(scenario(form).over(NOW, SampleUser.NOW))).containsSame(made);
    assertThat(answers.of(NOW)).containsSame(made);
    EvaluationInputs nextScan =
        new EvaluationInputs(
            8, List.of(CONTRACT), ProductNames.NONE, TenantSettings.STANDARD, Set.of("old"));
    assertThat(answers.of(nextScan)).isEmpty();
    answers.keep(nextScan, made);
    assertThat(answers.of(other)).as("asked for longest ago").isEmpty();
    assertThat(answers.of(NOW)).isPresent();
  }

  @Test
  void aSeatThatIsStillThereWasNotSaved() {
    SeatWatch watch =
        new SeatWatch(Set.of(SeatWatch.key("id-ann", E3), SeatWatch.key("id-ann", E5)));
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").with(E3));
    watch.over(tenant.snapshot()).users().forEachTraced((user, traces) -> {});
    assertThat(watch.held("id-ann", E3)).isTrue();
    assertThat(watch.held("id-ann", E5)).isFalse();
  }
}
