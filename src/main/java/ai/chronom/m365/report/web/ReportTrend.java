package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.PaperTrend;
import ai.chronom.m365.report.TaggedPaper;
import ai.chronom.m365.report.TaggedPaper.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the savings moved, as a chapter of the report: lines, the same in words, and the newest scans
 * as a table. There is none before the second scan.
 *
 * @param points the oldest first
 */
record ReportTrend(List<TrendPoint> points) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int MOST_ROWS = 24;

  void write(TaggedPaper paper) {
    if (points.size() < 2) {
      return;
    }
    paper.heading(2, Texts.of("report_history.label.trend"));
    String summary = TrendChart.of(points).summary();
    paper.paragraph(summary);
    paper.trend(summary, lines());
    if (points.size() > MOST_ROWS) {
      paper.note(Texts.of("report_management.trend.newest", MOST_ROWS, points.size()));
    }
    String currency = points.get(0).possible().currency().getCurrencyCode();
    paper.table(
        List.of(
            new Column(Texts.of("report_history.column.scan"), 0.34f, false),
            new Column(Texts.of("report_history.column.in.possible", currency), 0.22f, true),
            new Column(Texts.of("report_history.column.in.realized", currency), 0.22f, true),
            new Column(Texts.of("report_history.column.in.spending", currency), 0.22f, true)),
        rows());
  }

  private PaperTrend lines() {
    BigDecimal most =
        points.stream()
            .flatMap(point -> Stream.of(point.possible(), point.realized()))
            .map(Money::amount)
            .reduce(BigDecimal.ONE, BigDecimal::max);
    Money top = new Money(most, points.get(0).possible().currency());
    return new PaperTrend(
        List.of(
            line("report_history.column.possible", TrendPoint::possible, most),
            line("report_history.column.realized", TrendPoint::realized, most)),
        ManagementReport.whole(top),
        DAY.format(points.get(0).takenAt()),
        DAY.format(points.get(points.size() - 1).takenAt()));
  }

  private PaperTrend.Line line(String key, Function<TrendPoint, Money> of, BigDecimal most) {
    return new PaperTrend.Line(
        Texts.of(key),
        points.stream()
            .map(
                point ->
                    new PaperTrend.Point(
                        share(point.takenAt()),
                        of.apply(point)
                            .amount()
                            .divide(most, 4, RoundingMode.HALF_UP)
                            .floatValue()))
            .toList());
  }

  /** How far along the way from the first scan to the last. */
  private float share(Instant at) {
    Instant first = points.get(0).takenAt();
    long whole = points.get(points.size() - 1).takenAt().getEpochSecond() - first.getEpochSecond();
    return whole == 0 ? 0 : (float) (at.getEpochSecond() - first.getEpochSecond()) / whole;
  }

  private List<List<String>> rows() {
    List<TrendPoint> newest = new ArrayList<>(points);
    Collections.reverse(newest);
    return newest.stream()
        .limit(MOST_ROWS)
        .map(
            point ->
                List.of(
                    TIME.format(point.takenAt()),
                    ManagementReport.amount(point.possible()),
                    ManagementReport.amount(point.realized()),
                    spending(point.spending())))
        .toList();
  }

  private static String spending(@Nullable Money money) {
    return money == null ? "–" : ManagementReport.amount(money);
  }
}
