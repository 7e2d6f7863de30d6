package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a sheet: one row per seat, so that sums over the columns are right; at the end one
 * row per rule that could not see everything.
 */
final class FindingsSheet {
  private static final List<String> HEADER =
      List.of(
          "rule",
          "title",
          "state",
          "confidence",
          "subject",
          "user_id",
          "user_principal_name",
          "sku_id",
          "product",
          "units",
          "gross_per_month",
          "net_per_month",
          "currency",
          "counted_in",
          "remedy",
          "check_first",
          "evidence",
          "as_of",
          "note");

  private final Evaluation evaluation;
  private final Map<SkuId, String> products;

  FindingsSheet(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.products =
        evaluation.lines().stream()
            .collect(Collectors.toMap(SkuLine::skuId, SkuLine::name, (one, other) -> one));
  }

  List<String> header() {
    return HEADER;
  }

  List<List<String>> rows(Finding finding) {
    if (finding.seats().isEmpty()) {
      return List.of(
          row(
              finding,
              new Part(
                  "", "", finding.skuId(), finding.units(), finding.gross(), finding.net(), "")));
    }
    List<List<String>> rows = new ArrayList<>();
    for (FindingSeat seat : finding.seats()) {
      rows.add(
          row(
              finding,
              new Part(
                  seat.userId(),
                  seat.userPrincipalName(),
                  seat.skuId(),
                  1,
                  seat.gross(),
                  seat.net(),
                  Cells.of(seat.countedIn()))));
    }
    return rows;
  }

  /** What one row is about. */
  private record Part(
      String userId,
      String user,
      @Nullable SkuId sku,
      int units,
      @Nullable Money gross,
      @Nullable Money net,
      String countedIn) {}

  private List<String> row(Finding finding, Part part) {
    String evidence =
        finding.evidence().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
    return List.of(
        finding.rule().value(),
        finding.title(),
        finding.state().word(),
        finding.confidence().word(),
        finding.subject(),
        part.userId(),
        part.user(),
        Cells.of(part.sku()),
        part.sku() == null ? "" : products.getOrDefault(part.sku(), ""),
        String.valueOf(part.units()),
        Cells.amount(part.gross()),
        Cells.amount(part.net()),
        evaluation.currency().getCurrencyCode(),
        part.countedIn(),
        finding.remedy(),
        String.join("; ", finding.blockers()),
        evidence,
        Cells.day(finding.lastSeenAt()),
        finding.dismissal() == null ? "" : finding.dismissal().reason());
  }

  /** One row for each rule that could not see everything. */
  List<List<String>> gaps() {
    return evaluation.rules().stream()
        .filter(rule -> rule.state() != RuleState.EVALUATED)
        .map(this::gap)
        .toList();
  }

  private List<String> gap(RuleResult rule) {
    List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
    cells.set(HEADER.indexOf("rule"), rule.id().value());
    cells.set(HEADER.indexOf("title"), rule.title());
    cells.set(HEADER.indexOf("state"), rule.state().word());
    cells.set(HEADER.indexOf("as_of"), Cells.day(evaluation.takenAt()));
    cells.set(HEADER.indexOf("note"), Cells.of(rule.reason()));
    return cells;
  }
}
