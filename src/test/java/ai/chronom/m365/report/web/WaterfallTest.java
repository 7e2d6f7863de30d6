package ai.chronom.m365.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.report.SavingStep;
import ai.chronom.m365.report.SpendingPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  @Test
  void eachBarHangsWhereTheOneBeforeEnds() {
    SpendingPath path =
        new SpendingPath(
            usd("1000"),
            List.of(
                new SpendingPath.Step(SavingStep.UNUSED, usd("300")),
                new SpendingPath.Step(SavingStep.DOWNGRADE, usd("100"))),
            usd("-50"),
            usd("650"),
            0);

    Waterfall fall = Waterfall.of(path);

    assertThat(fall.bars())
        .extracting(bar -> bar.kind() + " " + bar.from() + "+" + bar.length())
        .containsExactly(
            "total 0+1000", "cut 700+300", "cut 600+100", "more 600+50", "total 0+650");
    assertThat(fall.summary())
        .isEqualTo(
            "USD 1,000 per month today, USD 650 once everything certain is carried out: 35 % less.");
  }

  @Test
  void withoutPricesThereIsNothingToDraw() {
    SpendingPath path = new SpendingPath(usd("0"), List.of(), usd("0"), usd("0"), 3);

    assertThat(Waterfall.of(path).summary()).startsWith("No paid product has a price yet");
    assertThat(Waterfall.of(path).bars()).allMatch(bar -> bar.from() + bar.length() <= 1000);
  }
}
