package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a sheet: one row per seat, so that sums over the columns are right; at the end one
 * row per rule that could not see everything.
 */
final class FindingsSheet implements Sheet {
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
  private final Consumer<Consumer<Finding>> findings;
  private final Map<SkuId, String> products;

  /**
   * @param findings hands them on one by one
   */
  FindingsSheet(Evaluation evaluation, Consumer<Consumer<Finding>> findings) {
    this.evaluation = evaluation;
    this.findings = findings;
    this.products =
        evaluation.lines().stream()
            .collect(Collectors.toMap(SkuLine::skuId, SkuLine::name, (one, other) -> one));
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void rows(Consumer<List<? extends @Nullable Object>> out) {
    findings.accept(finding -> rows(finding).forEach(out));
    evaluation.rules().stream()
        .filter(rule -> rule.state() != RuleState.EVALUATED)
        .map(this::gap)
        .forEach(out);
  }

  private List<List<@Nullable Object>> rows(Finding finding) {
    if (finding.seats().isEmpty()) {
      return List.of(row(finding, Part.of(finding)));
    }
    return finding.seats().stream().map(seat -> row(finding, Part.of(seat))).toList();
  }

  /** What one row is about. */
  private record Part(
      @Nullable String userId,
      @Nullable String user,
      @Nullable SkuId sku,
      int units,
      @Nullable Money gross,
      @Nullable Money net,
      @Nullable RuleId countedIn) {
    static Part of(Finding finding) {
      return new Part(
          null, null, finding.skuId(), finding.units(), finding.gross(), finding.net(), null);
    }

    static Part of(FindingSeat seat) {
      return new Part(
          seat.userId(),
          seat.userPrincipalName(),
          seat.skuId(),
          1,
          seat.gross(),
          seat.net(),
          seat.countedIn());
    }
  }

  private List<@Nullable Object> row(Finding finding, Part part) {
    String evidence =
        finding.evidence().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
    return Arrays.asList(
        finding.rule(),
        finding.title(),
        finding.state().word(),
        finding.confidence().word(),
        finding.subject(),
        part.userId(),
        part.user(),
        part.sku(),
        part.sku() == null ? null : products.getOrDefault(part.sku(), ""),
        part.units(),
        Cells.number(part.gross()),
        Cells.number(part.net()),
        evaluation.currency(),
        part.countedIn(),
        finding.remedy(),
        String.join("; ", finding.blockers()),
        evidence,
        Cells.day(finding.lastSeenAt()),
        finding.dismissal() == null ? null : finding.dismissal().reason());
  }

  private List<@Nullable Object> gap(RuleResult rule) {
    List<@Nullable Object> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), null));
    cells.set(HEADER.indexOf("rule"), rule.id());
    cells.set(HEADER.indexOf("title"), rule.title());
    cells.set(HEADER.indexOf("state"), rule.state().word());
    cells.set(HEADER.indexOf("as_of"), Cells.day(evaluation.takenAt()));
    cells.set(HEADER.indexOf("note"), rule.reason());
    return cells;
  }
}
