package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Possible and realized savings from scan to scan as two lines of a small drawing, and in words.
 *
 * @param drawn false while there is one scan alone
 * @param possible the line's points, as SVG writes them
 * @param realized the same of what came true
 * @param marks each scan's point on the line of possible savings
 */
public record TrendLine(
    boolean drawn,
    String possible,
    String realized,
    List<Mark> marks,
    String first,
    String last,
    String summary) {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 160;
  private static final int LEFT = 20;
  private static final int TOP = 10;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  public TrendLine {
    marks = List.copyOf(marks);
  }

  /** One scan in the drawing. */
  public record Mark(int x, int y, String label) {}

  static TrendLine of(List<TrendPoint> points) {
    String summary = TrendChart.summaryOf(points);
    if (points.size() < 2) {
      return new TrendLine(false, "", "", List.of(), "", "", summary);
    }
    BigDecimal most =
        points.stream()
            .map(point -> point.possible().amount().max(point.realized().amount()))
            .max(BigDecimal::compareTo)
            .filter(amount -> amount.signum() > 0)
            .orElse(BigDecimal.ONE);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      TrendPoint point = points.get(i);
      marks.add(new Mark(x(i, points.size()), y(point.possible(), most), label(point)));
    }
    return new TrendLine(
        true,
        line(points, most, TrendPoint::possible),
        line(points, most, TrendPoint::realized),
        marks,
        DAY.format(points.get(0).takenAt()),
        DAY.format(points.get(points.size() - 1).takenAt()),
        summary);
  }

  private static String label(TrendPoint point) {
    Money possible = point.possible();
    return Texts.of(
        "report_trend.mark",
        DAY.format(point.takenAt()),
        possible.currency().getCurrencyCode(),
        possible.amount().setScale(0, RoundingMode.HALF_UP));
  }

  private static String line(
      List<TrendPoint> points, BigDecimal most, Function<TrendPoint, @Nullable Money> amount) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Money money = amount.apply(points.get(i));
      if (money != null) {
        line.append(x(i, points.size())).append(',').append(y(money, most)).append(' ');
      }
    }
    return line.toString().strip();
  }

  private static int x(int index, int count) {
    return LEFT + index * WIDTH / (count - 1);
  }

  private static int y(Money money, BigDecimal most) {
    int height =
        money
            .amount()
            .multiply(BigDecimal.valueOf(HEIGHT))
            .divide(most, 0, RoundingMode.HALF_UP)
            .intValue();
    return TOP + HEIGHT - Math.max(0, height);
  }
}
