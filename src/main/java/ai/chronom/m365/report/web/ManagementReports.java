package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Trends;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.report.Exports;
import ai.chronom.m365.report.Notes;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.SavingsReports;
import ai.chronom.m365.report.TaggedPaper;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The report for those who decide, as a PDF. */
@ApplicationScoped
public class ManagementReports {
  @Inject Tenants tenants;
  @Inject Evaluations evaluations;
  @Inject SavingsReports savings;
  @Inject Snapshots snapshots;
  @Inject Trends trends;
  @Inject Clock clock;

  /** Throws a {@link Problem} of kind not-ready before the first evaluation. */
  public Exports.Report of(TenantId tenantId) {
    Evaluation evaluation = evaluations.latest(tenantId).orElseThrow(ManagementReports::notReady);
    Savings found = savings.of(tenantId).orElseThrow(ManagementReports::notReady);
    Notes notes = Notes.of(evaluation, snapshots.of(evaluation.scanId()));
    ReportTrend trend = new ReportTrend(trends.of(tenantId));
    String tenant = tenants.get(tenantId).name();
    return out -> {
      String title = Texts.of("report_management.title", tenant);
      try (TaggedPaper paper = new TaggedPaper(title, title)) {
        new ManagementReport(evaluation, found, trend, notes, clock.instant()).write(title, paper);
        paper.writeTo(out);
      }
    };
  }

  private static Problem notReady() {
    return new Problem(ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet.");
  }
}
