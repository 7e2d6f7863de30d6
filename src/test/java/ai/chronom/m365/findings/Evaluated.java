package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An evaluation's outcome in the words of tests. */
public final class Evaluated {
  private final EvaluationOutcome outcome;

  Evaluated(EvaluationOutcome outcome) {
    this.outcome = outcome;
  }

  /** One finding; amounts as plain text, {@code "?"} when the price is unknown. */
  public record Seen(
      String rule,
      String subject,
      Confidence confidence,
      Set<SkuId> skus,
      String gross,
      String net,
      String remedy,
      Set<String> countedIn) {}

  public List<Seen> findings() {
    return outcome.findings().stream().map(Evaluated::seen).toList();
  }

  public List<Seen> of(String rule) {
    return findings().stream().filter(seen -> seen.rule().equals(rule)).toList();
  }

  public Seen only(String rule) {
    List<Seen> found = of(rule);
    if (found.size() != 1) {
      throw new AssertionError("one finding of " + rule + " expected, " + findings() + " found");
    }
    return found.get(0);
  }

  /** What the first finding of the rule rests on. */
  public Map<String, String> evidence(String rule) {
    return outcome.findings().stream()
        .map(Settlement::candidate)
        .filter(candidate -> candidate.about().id().value().equals(rule))
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  private static Seen seen(Settlement one) {
    Candidate candidate = one.candidate();
    Set<SkuId> skus = candidate.seats().stream().map(SeatClaim::skuId).collect(Collectors.toSet());
    Candidate.SpareUnits units = candidate.units();
    return new Seen(
        candidate.about().id().value(),
        candidate.subject(),
        candidate.confidence(),
        units == null ? skus : Set.of(units.skuId()),
        text(one.gross()),
        text(one.net()),
        candidate.remedy(),
        one.seats().stream()
            .filter(seat -> seat.countedIn() != null)
            .map(seat -> seat.countedIn().value())
            .collect(Collectors.toSet()));
  }

  private static String text(java.math.BigDecimal amount) {
    return amount == null ? "?" : amount.stripTrailingZeros().toPlainString();
  }

  public Evaluation evaluation() {
    return outcome.evaluation();
  }

  public String headline() {
    return text(outcome.evaluation().monthly().amount());
  }

  public String review() {
    return text(outcome.evaluation().review().amount());
  }

  public RuleResult rule(String id) {
    return outcome.evaluation().rules().stream()
        .filter(rule -> rule.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public SkuLine line(SkuId sku) {
    return outcome.evaluation().lines().stream()
        .filter(line -> line.skuId().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  public RenewalLine plan(int position) {
    return outcome.evaluation().renewals().get(position);
  }

  EvaluationOutcome outcome() {
    return outcome;
  }
}
