package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.DatedAmounts;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.Notes;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.TaggedPaper;
import ai.chronom.m365.report.TaggedPaper.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant could save, for those who decide: the money first, then what is behind it, when it
 * comes, and what nobody could see.
 */
record ManagementReport(
    Evaluation evaluation, Savings savings, ReportTrend trend, Notes notes, Instant writtenAt) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int MOST_BARS = 10;
  private static final float[] THREE = {0.3f, 0.18f, 0.52f};

  void write(String title, TaggedPaper paper) {
    paper.heading(1, title);
    paper.note(text("as_of", TIME.format(evaluation.takenAt()), TIME.format(writtenAt)));
    headline(paper);
    parts(paper, "rule", savings.byRule().stream().map(ManagementReport::part).toList());
    parts(paper, "sku", savings.bySku().stream().map(ManagementReport::part).toList());
    dated(paper);
    trend.write(paper);
    products(paper);
    gaps(paper);
    sets(paper);
  }

  private static String text(String key, Object... values) {
    return Texts.of("report_management." + key, values);
  }

  private void headline(TaggedPaper paper) {
    paper.heading(2, text("headline", whole(savings.monthly()), whole(savings.annual())));
    paper.paragraph(text("headline.why"));
    paper.paragraph(text("review", whole(savings.review())));
    paper.paragraph(text("prices"));
  }

  /** A part of the saving. */
  private record Part(String label, Money amount) {}

  private static Part part(Savings.ByRule one) {
    return new Part(
        one.rule() == null ? one.title() : one.rule() + " " + one.title(), one.amount());
  }

  private static Part part(Savings.BySku one) {
    return new Part(one.name(), one.amount());
  }

  private void parts(TaggedPaper paper, String kind, List<Part> parts) {
    paper.heading(2, Texts.of("report_chart.title." + kind));
    if (parts.isEmpty()) {
      paper.paragraph(Texts.of("report_chart.summary.none"));
      return;
    }
    String summary = BarChart.of(bars(parts), savings.monthly()).summary();
    paper.paragraph(summary);
    paper.bars(summary, drawn(parts));
    paper.table(
        List.of(
            new Column(Texts.of("report_chart.column." + kind), 0.7f, false),
            new Column(perMonth(), 0.3f, true)),
        parts.stream().map(part -> List.of(part.label(), amount(part.amount()))).toList());
  }

  private static List<BarChart.Bar> bars(List<Part> parts) {
    return parts.stream().map(part -> new BarChart.Bar(part.label(), "", part.amount())).toList();
  }

  /** Only what is saved has a length. */
  private static List<TaggedPaper.Bar> drawn(List<Part> parts) {
    BigDecimal most =
        parts.stream().map(part -> part.amount().amount()).reduce(BigDecimal.ONE, BigDecimal::max);
    return parts.stream()
        .filter(part -> part.amount().amount().signum() > 0)
        .limit(MOST_BARS)
        .map(
            part ->
                new TaggedPaper.Bar(
                    part.label(),
                    whole(part.amount()),
                    part.amount().amount().divide(most, 4, RoundingMode.HALF_UP).floatValue()))
        .toList();
  }

  private String perMonth() {
    return Texts.of("report_chart.column.amount", savings.currency().getCurrencyCode());
  }

  private void dated(TaggedPaper paper) {
    DatedAmounts split = savings.dated();
    List<List<String>> rows = new ArrayList<>();
    add(rows, "cash_now", split.cashNow());
    add(rows, "reuse_now", split.reuseNow());
    for (DatedAmounts.Renewal renewal : split.atRenewal()) {
      rows.add(
          List.of(
              day(renewal.date()),
              Texts.of("report_dated.what.at_renewal"),
              amount(renewal.amount())));
    }
    add(rows, "locked", split.locked());
    add(rows, "to_buy", split.toBuy());
    paper.heading(2, Texts.of("report_dated.title"));
    paper.table(
        List.of(
            new Column(text("column.when"), 0.25f, false),
            new Column(text("column.what"), 0.5f, false),
            new Column(perMonth(), 0.25f, true)),
        rows);
  }

  private static void add(List<List<String>> rows, String kind, Money amount) {
    if (!amount.isZero()) {
      rows.add(
          List.of(
              Texts.of("report_dated.when." + kind),
              Texts.of("report_dated.what." + kind),
              amount(amount)));
    }
  }

  private void products(TaggedPaper paper) {
    paper.heading(2, Texts.of("report_licenses.title"));
    String currency = savings.currency().getCurrencyCode();
    paper.table(
        List.of(
            new Column(Texts.of("report_licenses.column.name"), 0.36f, false),
            new Column(Texts.of("report_licenses.column.purchased"), 0.12f, true),
            new Column(Texts.of("report_licenses.column.assigned"), 0.12f, true),
            new Column(Texts.of("report_licenses.column.recommended"), 0.12f, true),
            new Column(Texts.of("report_licenses.column.price", currency), 0.13f, true),
            new Column(Texts.of("report_licenses.column.saving", currency), 0.15f, true)),
        evaluation.lines().stream()
            .sorted(
                Comparator.comparing(
                        (SkuLine line) -> line.saving() == null ? null : line.saving().amount(),
                        Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(SkuLine::name))
            .map(ManagementReport::product)
            .toList());
  }

  private static List<String> product(SkuLine line) {
    return List.of(
        line.name(),
        count(line.purchased()),
        count(line.assigned()),
        count(line.recommended()),
        line.unitPrice() == null ? "–" : amount(line.unitPrice().amount()),
        line.saving() == null ? "–" : amount(line.saving()));
  }

  private void gaps(TaggedPaper paper) {
    paper.heading(2, text("gaps"));
    paper.paragraph(text(notes.gaps().isEmpty() ? "gaps.none" : "gaps.why"));
    if (!notes.gaps().isEmpty()) {
      paper.table(
          three(
              "report_rules.column.rule",
              "report_rules.column.state",
              "report_rules.column.reason"),
          notes.gaps().stream()
              .map(
                  rule ->
                      List.of(
                          rule.id() + " " + rule.title(),
                          Texts.of("status." + rule.state().word()),
                          Reasons.of(rule)))
              .toList());
    }
  }

  private static List<Column> three(String first, String second, String third) {
    return List.of(
        new Column(Texts.of(first), THREE[0], false),
        new Column(Texts.of(second), THREE[1], false),
        new Column(Texts.of(third), THREE[2], false));
  }

  private void sets(TaggedPaper paper) {
    paper.heading(2, text("sets"));
    paper.table(
        List.of(
            new Column(text("column.set"), 0.4f, false),
            new Column(Texts.of("report_rules.column.state"), 0.3f, false),
            new Column(text("column.as_of"), 0.3f, false)),
        notes.sets().stream()
            .map(
                set ->
                    List.of(
                        Texts.of("collection." + set.name()),
                        Texts.of("status." + set.state()),
                        DAY.format(set.asOf())))
            .toList());
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? Texts.of("general.no_date") : DAY.format(date);
  }

  static String whole(Money money) {
    BigDecimal rounded = money.amount().setScale(0, RoundingMode.HALF_UP);
    return money.currency().getCurrencyCode() + " " + format(0).format(rounded);
  }

  static String amount(Money money) {
    return format(2).format(money.amount());
  }

  private static String count(int number) {
    return format(0).format(number);
  }

  private static NumberFormat format(int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
