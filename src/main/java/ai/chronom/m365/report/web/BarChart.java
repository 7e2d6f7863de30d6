package ai.chronom.m365.report.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Parts of a sum as bars, and the same in words and as a table. Colors are the page's.
 *
 * @param bars largest first
 * @param json the model that Chart.js draws
 */
public record BarChart(List<Bar> bars, String summary, String json) {
  /** More would be hairlines; the table has them all. */
  private static final int MOST_BARS = 12;

  private static final int PERCENT = 100;

  public BarChart {
    bars = List.copyOf(bars);
  }

  static BarChart of(List<Bar> bars, Money total) {
    return new BarChart(bars, summaryOf(bars, total), jsonOf(bars));
  }

  private static String summaryOf(List<Bar> bars, Money total) {
    if (bars.isEmpty() || total.amount().signum() <= 0) {
      return Texts.of("report_chart.summary.none");
    }
    Bar first = bars.get(0);
    BigDecimal share =
        first
            .amount()
            .amount()
            .multiply(BigDecimal.valueOf(PERCENT))
            .divide(total.amount(), 0, RoundingMode.HALF_UP);
    return Texts.of("report_chart.summary", first.label(), share.toPlainString(), bars.size());
  }

  private static String jsonOf(List<Bar> bars) {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    JsonArrayBuilder amounts = Json.createArrayBuilder();
    bars.stream()
        .limit(MOST_BARS)
        .forEach(
            bar -> {
              labels.add(bar.label());
              amounts.add(bar.amount().amount());
            });
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add(
            "data",
            Json.createObjectBuilder()
                .add("labels", labels)
                .add(
                    "datasets",
                    Json.createArrayBuilder().add(Json.createObjectBuilder().add("data", amounts))))
        .build()
        .toString()
        // It becomes part of a script element: nothing in it may end that.
        .replace("<", "\\u003c");
  }

  /**
   * One part.
   *
   * @param query leads to the findings behind it; empty when there are none
   */
  public record Bar(String label, String query, Money amount) {}
}
