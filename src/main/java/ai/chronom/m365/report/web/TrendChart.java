package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Possible and realized savings from scan to scan as lines, and the same in words. Colors are the
 * page's.
 *
 * @param json the model that Chart.js draws
 */
public record TrendChart(String summary, String json) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static TrendChart of(List<TrendPoint> points) {
    return new TrendChart(summaryOf(points), jsonOf(points));
  }

  static String summaryOf(List<TrendPoint> points) {
    if (points.size() < 2) {
      return Texts.of("report_history.summary.short");
    }
    TrendPoint first = points.get(0);
    TrendPoint last = points.get(points.size() - 1);
    return Texts.of(
        "report_history.summary",
        DAY.format(first.takenAt()),
        words(first.possible()),
        DAY.format(last.takenAt()),
        words(last.possible()),
        words(last.realized()));
  }

  private static String words(Money money) {
    return money.currency().getCurrencyCode() + " " + money.amount().toBigInteger();
  }

  private static String jsonOf(List<TrendPoint> points) {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    points.forEach(point -> labels.add(DAY.format(point.takenAt())));
    JsonArrayBuilder sets =
        Json.createArrayBuilder()
            .add(line("report_history.column.possible", points, TrendPoint::possible))
            .add(line("report_history.column.realized", points, TrendPoint::realized));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
        .build()
        .toString()
        // It becomes part of a script element: nothing in it may end that.
        .replace("<", "\\u003c");
  }

  private static JsonObjectBuilder line(
      String key, List<TrendPoint> points, Function<TrendPoint, @Nullable Money> amount) {
    JsonArrayBuilder amounts = Json.createArrayBuilder();
    for (TrendPoint point : points) {
      Money money = amount.apply(point);
      if (money == null) {
        amounts.addNull();
      } else {
        amounts.add(money.amount());
      }
    }
    return Json.createObjectBuilder().add("label", Texts.of(key)).add("data", amounts);
  }
}
