package ai.chronom.m365.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
  private static final Money TOTAL = Money.of("100.00", "USD");

  @Test
  void namesTheLargestPartAndItsShare() {
    BarChart chart =
        BarChart.of(List.of(bar("R01 Unassigned", "75.00"), bar("R03 Disabled", "25.00")), TOTAL);
    assertThat(chart.summary()).startsWith("R01 Unassigned").contains("75 %");
  }

  @Test
  void saysSoWhenThereIsNothingToSave() {
    assertThat(BarChart.of(List.of(), Money.of("0.00", "USD")).summary())
        .isEqualTo("There is nothing to save here.");
  }

  @Test
  void hostileNameCannotEndTheScriptAroundIt() {
    BarChart chart = BarChart.of(List.of(bar("</script><script>alert(1)", "100.00")), TOTAL);
    assertThat(chart.json()).doesNotContain("<").contains("\\u003c/script>");
  }

  private static BarChart.Bar bar(String label, String amount) {
    return new BarChart.Bar(label, "", Money.of(amount, "USD"));
  }
}
