package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Reports to download, written row by row whatever their length. */
@ApplicationScoped
public class Exports {
  @Inject Evaluations evaluations;
  @Inject Findings findings;
  @Inject Snapshots snapshots;

  /** Writes a report. */
  @FunctionalInterface
  public interface Report {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The report of that name: {@code findings}, {@code licenses} or {@code users}; empty when there
   * is none of that name. The filter concerns findings alone. Throws a {@link Problem} of kind
   * not-ready before the first evaluation.
   */
  public Optional<Report> of(TenantId tenantId, String name, FindingFilter filter) {
    return switch (name) {
      case "findings" -> Optional.of(findings(tenantId, filter, evaluation(tenantId)));
      case "licenses" -> Optional.of(licenses(evaluation(tenantId)));
      case "users" -> Optional.of(users(snapshot(tenantId)));
      default -> Optional.empty();
    };
  }

  private Report findings(TenantId tenantId, FindingFilter filter, Evaluation evaluation) {
    return out -> {
      try (SafeCsv csv = new SafeCsv(out)) {
        FindingsSheet sheet = new FindingsSheet(evaluation);
        csv.row(sheet.header());
        findings.forEach(
            tenantId, filter, (Finding finding) -> sheet.rows(finding).forEach(csv::row));
        sheet.gaps().forEach(csv::row);
      }
    };
  }

  private static Report licenses(Evaluation evaluation) {
    return out -> {
      try (SafeCsv csv = new SafeCsv(out)) {
        LicensesSheet sheet = new LicensesSheet(evaluation);
        csv.row(LicensesSheet.HEADER);
        evaluation.lines().forEach(line -> csv.row(sheet.row(line)));
      }
    };
  }

  private static Report users(Snapshot snapshot) {
    return out -> {
      try (SafeCsv csv = new SafeCsv(out)) {
        UsersSheet sheet = new UsersSheet(snapshot);
        csv.row(UsersSheet.HEADER);
        snapshot.users().forEachLicensed(user -> csv.row(sheet.row(user)));
      }
    };
  }

  private Evaluation evaluation(TenantId tenantId) {
    return evaluations.latest(tenantId).orElseThrow(Exports::notReady);
  }

  private Snapshot snapshot(TenantId tenantId) {
    return snapshots.latest(tenantId).orElseThrow(Exports::notReady);
  }

  private static Problem notReady() {
    return new Problem(ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet.");
  }
}
