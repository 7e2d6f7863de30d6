package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.DatedAmounts;
import ai.chronom.m365.findings.DepartmentLine;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.Trends;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.SavingsReports;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tenant could save: the headline, what is behind it, and when it becomes money. */
@Named
@RequestScoped
public class SavingsPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  @Inject AddressedTenant addressed;
  @Inject SavingsReports reports;
  @Inject Evaluations evaluations;
  @Inject Trends trends;

  private @Nullable Optional<Savings> savings;
  private @Nullable List<DepartmentLine> departments;
  private @Nullable TrendLine trend;

  /** Null until the first snapshot was evaluated. */
  public @Nullable Savings getSavings() {
    if (savings == null) {
      savings = reports.of(addressed.id());
    }
    return savings.orElse(null);
  }

  /** Whose prices, which currency, as of when. */
  public String getLead() {
    Savings known = getSavings();
    if (known == null) {
      return Texts.of("report_savings.lead.none");
    }
    String day = DAY.format(known.asOf().atZone(ZoneOffset.UTC));
    return Texts.of("report_savings.lead", known.currency().getCurrencyCode(), day);
  }

  public String getCurrency() {
    Savings known = getSavings();
    return known == null ? "" : known.currency().getCurrencyCode();
  }

  public BarChart getByRule() {
    return BarChart.of(
        required().byRule().stream()
            .map(
                part ->
                    new BarChart.Bar(
                        part.rule() == null ? part.title() : part.rule() + " " + part.title(),
                        part.rule() == null ? "" : "rule=" + part.rule(),
                        part.amount()))
            .toList(),
        required().monthly());
  }

  public BarChart getBySku() {
    return BarChart.of(
        required().bySku().stream()
            .map(part -> new BarChart.Bar(part.name(), "sku=" + part.skuId(), part.amount()))
            .toList(),
        required().monthly());
  }

  /** From today's spending to what would remain. */
  public Waterfall getWaterfall() {
    return Waterfall.of(required().path());
  }

  /** Where the people work whose seats could go. */
  public List<DepartmentLine> getDepartments() {
    if (departments == null) {
      departments = evaluations.departments(addressed.id());
    }
    return departments;
  }

  public BarChart getByDepartment() {
    Money total =
        getDepartments().stream()
            .map(DepartmentLine::saving)
            .reduce(Money.zero(required().currency()), Money::plus);
    return BarChart.of(
        getDepartments().stream()
            .filter(line -> !line.saving().isZero())
            .map(line -> new BarChart.Bar(name(line), "", line.saving()))
            .toList(),
        total);
  }

  /** People without a department are a line too. */
  public String name(DepartmentLine line) {
    return line.department().isEmpty() ? Texts.of("report_departments.none") : line.department();
  }

  /** From scan to scan, as a line; it begins with the second. */
  public TrendLine getTrend() {
    if (trend == null) {
      trend = TrendLine.of(trends.of(addressed.id()));
    }
    return trend;
  }

  /** Now, then renewal by renewal, then what stays. */
  public List<Dated> getDated() {
    DatedAmounts split = required().dated();
    List<Dated> rows = new ArrayList<>();
    rows.add(dated("cash_now", split.cashNow()));
    rows.add(dated("reuse_now", split.reuseNow()));
    for (DatedAmounts.Renewal renewal : split.atRenewal()) {
      rows.add(
          new Dated(
              day(renewal.date()), Texts.of("report_dated.what.at_renewal"), renewal.amount()));
    }
    rows.add(dated("locked", split.locked()));
    rows.add(dated("to_buy", split.toBuy()));
    return rows.stream().filter(row -> !row.amount().isZero()).toList();
  }

  private static Dated dated(String kind, Money amount) {
    return new Dated(
        Texts.of("report_dated.when." + kind), Texts.of("report_dated.what." + kind), amount);
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? Texts.of("general.no_date") : DAY.format(date);
  }

  /** Names of the reports that are rows. */
  public List<String> getDownloads() {
    return List.of("findings", "licenses", "users", "renewals", "costs");
  }

  /** Every rule, evaluated or not. */
  public List<RuleResult> getRules() {
    return evaluations.latest(addressed.id()).map(one -> one.rules()).orElse(List.of());
  }

  /** The stable words of the contract as sentences, what each concerns put together. */
  public String reason(RuleResult rule) {
    return Reasons.of(rule);
  }

  private Savings required() {
    Savings known = getSavings();
    if (known == null) {
      throw new IllegalStateException("asked for details before anything was evaluated");
    }
    return known;
  }

  /** One line of the split by date. */
  public record Dated(String when, String what, Money amount) {}
}
