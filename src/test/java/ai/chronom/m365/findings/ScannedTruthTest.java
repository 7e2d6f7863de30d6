package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.ContosoWaste;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.scan.ScannedContoso;
import ai.chronom.m365.scan.Snapshot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all rules find after a whole scan over the wire is what the maker of Contoso planted:
 * precision and recall are 100 %.
 */
class ScannedTruthTest {
  private static final int USERS = 360;

  @TempDir static Path directory;

  private static Map<String, Set<String>> truth;
  private static EvaluationOutcome outcome;

  @BeforeAll
  static void scan() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS))) {
      Snapshot snapshot = ScannedContoso.inH2(sandbox);
      truth =
          new ContosoWaste(
                  new Contoso(USERS, LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC)))
              .byRule();
      PriceBook prices = new PriceBook(SkuCatalog.builtIn(), List.of());
      Inquiry inquiry =
          Inquiry.of(
              snapshot,
              Holdings.of(snapshot, SkuCatalog.builtIn(), prices),
              PlanLadder.builtIn(),
              Thresholds.DEFAULTS,
              TenantLists.NONE);
      outcome =
          new EvaluationRun(inquiry, AllRules.ruleBook(), candidate -> false)
              .evaluate(snapshot.takenAt());
    }
  }

  static List<String> rules() {
    return IntStream.rangeClosed(1, 37).mapToObj("R%02d"::formatted).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsWhatWasPlantedAndNothingElse(String rule) {
    assertThat(found(rule)).isEqualTo(truth.getOrDefault(rule, Set.of()));
  }

  @Test
  void knowsAFindingForMostRules() {
    assertThat(truth.values()).hasSizeGreaterThan(20).noneMatch(Set::isEmpty);
  }

  /** Accounts, and products where a finding is about no account. */
  private static Set<String> found(String rule) {
    Set<String> found = new HashSet<>();
    outcome.findings().stream()
        .map(Settlement::candidate)
        .filter(candidate -> candidate.about().id().value().equals(rule))
        .forEach(
            candidate ->
                found.addAll(
                    candidate.seats().isEmpty()
                        ? Set.of(product(candidate.key()))
                        : candidate.seats().stream()
                            .map(SeatClaim::userId)
                            .collect(Collectors.toSet())));
    // The seats of one finding come in parts, one account at a time.
    outcome.findings().stream()
        .filter(one -> one.candidate().about().id().value().equals(rule))
        .flatMap(one -> one.seats().stream())
        .forEach(seat -> found.add(seat.claim().userId()));
    return found;
  }

  private static String product(String key) {
    return Stream.of(key.split(" "))
        .flatMap(word -> Products.all().stream().filter(product -> product.skuId().equals(word)))
        .map(Product::partNumber)
        .findFirst()
        .orElse(key);
  }
}
