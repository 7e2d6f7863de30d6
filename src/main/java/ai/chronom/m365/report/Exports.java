package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.scan.AccountLine;
import ai.chronom.m365.scan.AccountPage;
import ai.chronom.m365.scan.AccountQuery;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports to download, written row by row whatever their length. */
@ApplicationScoped
public class Exports {
  private static final int EXPORT_ROWS = 500;

  @Inject Tenants tenants;
  @Inject Evaluations evaluations;
  @Inject Findings findings;
  @Inject Snapshots snapshots;
  @Inject ProductTable products;

  /** Writes a report. */
  @FunctionalInterface
  public interface Report {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Which rows are wanted; each report looks at its own. */
  public record Asked(FindingFilter findings, LicenseFilter licenses, AccountQuery users) {}

  /**
   * The report of that name: {@code findings}, {@code licenses}, {@code users}, {@code renewals} or
   * {@code costs}; empty when there is none of that name. Throws a {@link Problem} of kind
   * not-ready before the first evaluation.
   */
  public Optional<Report> of(TenantId tenantId, String name, ExportFormat format, Asked asked) {
    return switch (name) {
      case "findings" -> {
        Evaluation evaluation = evaluation(tenantId);
        yield report(
            name,
            format,
            new FindingsSheet(
                evaluation, taker -> findings.forEach(tenantId, asked.findings(), taker)),
            evaluation);
      }
      case "licenses" -> {
        Evaluation evaluation = evaluation(tenantId);
        yield report(name, format, new LicensesSheet(evaluation, asked.licenses()), evaluation);
      }
      case "users" -> {
        Evaluation evaluation = evaluation(tenantId);
        yield report(name, format, users(snapshot(tenantId), asked.users()), evaluation);
      }
      case "renewals" -> {
        Evaluation evaluation = evaluation(tenantId);
        yield report(name, format, new RenewalsSheet(evaluation), evaluation);
      }
      case "costs" -> {
        Evaluation evaluation = evaluation(tenantId);
        Tenant tenant = tenants.get(tenantId);
        CostsSheet sheet = new CostsSheet(tenant, evaluation, snapshot(tenantId));
        yield report(name, format, sheet, evaluation);
      }
      default -> Optional.empty();
    };
  }

  private UsersSheet users(Snapshot snapshot, AccountQuery query) {
    return query.filtered()
        ? new UsersSheet(snapshot, products.catalog(), taker -> forEach(snapshot, query, taker))
        : new UsersSheet(snapshot, products.catalog(), snapshot.users()::forEachLicensed);
  }

  /** By their names, some hundred at a time. */
  private void forEach(Snapshot snapshot, AccountQuery query, Consumer<ScannedUser> taker) {
    String last = null;
    AccountPage page;
    do {
      page = snapshots.accounts(snapshot.scanId(), query.behind(last, EXPORT_ROWS));
      List<String> ids = page.accounts().stream().map(AccountLine::id).toList();
      Map<String, ScannedUser> users =
          snapshot.users().findAll(ids).stream()
              .collect(Collectors.toMap(ScannedUser::id, user -> user));
      for (String id : ids) {
        Optional.ofNullable(users.get(id)).ifPresent(taker);
        last = id;
      }
    } while (page.later());
  }

  private Optional<Report> report(
      String name, ExportFormat format, Sheet sheet, Evaluation evaluation) {
    Notes notes = Notes.of(evaluation, snapshots.of(evaluation.scanId()));
    return Optional.of(
        switch (format) {
          case CSV -> out -> write(new SafeCsv(out, sheet.forPeople()), sheet);
          case XLSX -> out -> write(new XlsxBook(out, name, notes.rows()), sheet);
        });
  }

  private static void write(SheetOut file, Sheet sheet) {
    file.header(sheet.header());
    sheet.rows(file::row);
    file.end();
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
