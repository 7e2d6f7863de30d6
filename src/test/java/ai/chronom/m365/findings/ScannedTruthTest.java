package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.Company;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.PlantedWaste;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.RareWaste;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.scan.ScannedContoso;
import ai.chronom.m365.scan.Snapshot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all rules find after a whole scan over the wire is what the maker of Contoso planted:
 * precision and recall are 100 %, for each rule alone. The usual Contoso grants the 13 permissions
 * of the guide, the one of rarities the optional ones too.
 */
class ScannedTruthTest {
  private static final Map<Company, Integer> USERS =
      Map.of(Company.USUAL, 360, Company.RARITIES, 120);

  @TempDir static Path directory;

  private static final Map<Company, PlantedWaste> TRUTH = new EnumMap<>(Company.class);
  private static final Map<Company, EvaluationOutcome> OUTCOME = new EnumMap<>(Company.class);

  @BeforeAll
  static void scan() {
    for (Company company : Company.values()) {
      SandboxOptions options =
          SandboxOptions.in(directory.resolve(company.name()))
              .withUsers(USERS.get(company))
              .withCompany(company);
      try (Sandbox sandbox = Sandbox.start(options)) {
        if (company == Company.RARITIES) {
          grantOptional(sandbox);
        }
        Snapshot snapshot = ScannedContoso.inH2(sandbox);
        LocalDate today = LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
        PlantedWaste truth =
            PlantedWaste.of(company, new Contoso(company, USERS.get(company), today));
        TRUTH.put(company, truth);
        OUTCOME.put(company, evaluate(snapshot, truth));
      }
    }
  }

  private static void grantOptional(Sandbox sandbox) {
    OptionalPermissions.all().stream()
        .flatMap(each -> Stream.of(Permissions.role(each.graphRole())))
        .forEach(sandbox.registration()::configure);
    sandbox.registration().grantAdminConsent();
  }

  private static EvaluationOutcome evaluate(Snapshot snapshot, PlantedWaste truth) {
    List<StatedPrice> prices = List.of();
    History history = History.NONE;
    if (truth instanceof RareWaste rare) {
      prices = rare.raises().stream().map(raise -> price(raise, snapshot)).toList();
      history = new History(rare.past().stream().map(ScannedTruthTest::day).toList());
    }
    PriceBook book = new PriceBook(SkuCatalog.builtIn(), prices);
    Inquiry inquiry =
        Inquiry.of(
                snapshot,
                Holdings.of(snapshot, SkuCatalog.builtIn(), book),
                PlanLadder.builtIn(),
                Thresholds.DEFAULTS.with(Threshold.PREVIEW_DATA, 1),
                TenantLists.NONE)
            .with(history);
    return new EvaluationRun(inquiry, AllRules.ruleBook(), candidate -> false)
        .evaluate(snapshot.takenAt());
  }

  private static StatedPrice price(RareWaste.Raise raise, Snapshot snapshot) {
    return new StatedPrice(
        SkuId.of(raise.skuId()),
        Money.of("99.00", "USD"),
        raise.from(),
        PriceOrigin.ENTERED,
        "announcement",
        "admin",
        snapshot.takenAt());
  }

  private static History.Day day(RareWaste.Past past) {
    Map<SkuId, History.Span> needed =
        past.holders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> SkuId.of(entry.getKey()),
                    entry -> new History.Span(entry.getValue(), entry.getValue())));
    return new History.Day(past.day(), needed, past.renewals());
  }

  static List<String> rules() {
    return IntStream.rangeClosed(1, 37).mapToObj("R%02d"::formatted).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsWhatWasPlantedAndNothingElse(String rule) {
    for (Company company : Company.values()) {
      assertThat(found(company, rule))
          .as("%s in %s", rule, company)
          .isEqualTo(TRUTH.get(company).byRule().getOrDefault(rule, Set.of()));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void leavesAloneWhatOnlyLooksAlike(String rule) {
    if (reached(rule)) {
      Set<String> near = new HashSet<>();
      for (Company company : Company.values()) {
        Set<String> here = TRUTH.get(company).nearMisses().getOrDefault(rule, Set.of());
        assertThat(here).noneMatch(found(company, rule)::contains);
        near.addAll(here);
      }
      assertThat(near).as("planted near misses of %s", rule).isNotEmpty();
    }
  }

  /** A rule that can be evaluated at all has something to find. */
  @ParameterizedTest
  @MethodSource("rules")
  void hasSomethingPlanted(String rule) {
    Set<String> planted =
        Stream.of(Company.values())
            .flatMap(company -> TRUTH.get(company).byRule().getOrDefault(rule, Set.of()).stream())
            .collect(Collectors.toSet());
    assertThat(!planted.isEmpty()).as("%s has a planted case", rule).isEqualTo(reached(rule));
  }

  /** Whether the rule could be evaluated in one of the companies. */
  private static boolean reached(String rule) {
    return OUTCOME.values().stream()
        .flatMap(outcome -> outcome.evaluation().rules().stream())
        .filter(result -> result.id().value().equals(rule))
        .anyMatch(result -> result.state() != RuleState.NOT_EVALUATED);
  }

  /** Accounts, and products where a finding is about no account. */
  private static Set<String> found(Company company, String rule) {
    Set<String> found = new HashSet<>();
    OUTCOME.get(company).findings().stream()
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
    OUTCOME.get(company).findings().stream()
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
