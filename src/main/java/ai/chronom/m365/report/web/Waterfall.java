package ai.chronom.m365.report.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.SpendingPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Spending today, what each kind of deed takes off it, and what remains: as bars that hang one
 * below the other, in words, and as a table.
 *
 * @param width of the drawing, in which the bars are measured
 */
public record Waterfall(List<Bar> bars, String summary, int width) {
  private static final int WIDTH = 1000;
  private static final int PERCENT = 100;

  public Waterfall {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param kind how it looks: {@code total}, {@code cut} or {@code more}
   * @param from where it begins, of {@link Waterfall#width}
   * @param length at least a hairline
   * @param amount what it changes; negative when it takes off
   */
  public record Bar(String kind, String label, int from, int length, Money amount) {}

  static Waterfall of(SpendingPath path) {
    Scale scale = new Scale(most(path));
    List<Bar> bars = new ArrayList<>();
    Money left = path.spending();
    bars.add(scale.bar("total", "today", Money.zero(left.currency()), left));
    for (SpendingPath.Step step : path.steps()) {
      Money next = left.minus(step.amount());
      bars.add(scale.bar("cut", step.step().word(), left, next));
      left = next;
    }
    if (!path.kept().isZero()) {
      Money next = left.minus(path.kept());
      boolean more = path.kept().amount().signum() < 0;
      bars.add(scale.bar(more ? "more" : "cut", "kept", left, next));
    }
    bars.add(scale.bar("total", "target", Money.zero(left.currency()), path.target()));
    return new Waterfall(bars, summaryOf(path), WIDTH);
  }

  private static BigDecimal most(SpendingPath path) {
    BigDecimal most = path.spending().amount();
    return most.signum() > 0 ? most : BigDecimal.ONE;
  }

  private static String summaryOf(SpendingPath path) {
    BigDecimal spending = path.spending().amount();
    if (spending.signum() <= 0) {
      return Texts.of("report_waterfall.summary.none");
    }
    BigDecimal share =
        spending
            .subtract(path.target().amount())
            .multiply(BigDecimal.valueOf(PERCENT))
            .divide(spending, 0, RoundingMode.HALF_UP);
    return Texts.of(
        "report_waterfall.summary",
        words(path.spending()),
        words(path.target()),
        share.toPlainString());
  }

  private static String words(Money money) {
    return money.currency().getCurrencyCode()
        + " "
        + String.format(
            Locale.US, "%,d", money.amount().setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /**
   * Amounts as lengths.
   *
   * @param most the amount that takes the whole width
   */
  private record Scale(BigDecimal most) {
    Bar bar(String kind, String label, Money before, Money after) {
      int one = place(before);
      int other = place(after);
      return new Bar(
          kind,
          Texts.of("report_waterfall.step." + label),
          Math.min(Math.min(one, other), WIDTH - 2),
          Math.max(2, Math.abs(other - one)),
          after.minus(before));
    }

    private int place(Money money) {
      int place =
          money
              .amount()
              .multiply(BigDecimal.valueOf(WIDTH))
              .divide(most, 0, RoundingMode.HALF_UP)
              .intValue();
      return Math.max(0, Math.min(WIDTH, place));
    }
  }
}
