package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.ContosoTruth;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.scan.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules find in Contoso is what its maker planted there: no less, and no more. */
class ContosoTruthTest {
  private static final LocalDate START = LocalDate.parse("2026-11-23");

  private static Contoso contoso(int users) {
    return new Contoso(users, START);
  }

  private static EvaluationOutcome evaluate(Contoso contoso) {
    Snapshot snapshot = new ContosoSnapshot(contoso).snapshot();
    Inquiry inquiry =
        Inquiry.of(
            snapshot,
            Holdings.of(
                snapshot, SkuCatalog.builtIn(), new PriceBook(SkuCatalog.builtIn(), List.of())),
            PlanLadder.builtIn(),
            Thresholds.DEFAULTS,
            TenantLists.NONE);
    return new EvaluationRun(inquiry, AllRules.ruleBook(), candidate -> false)
        .evaluate(snapshot.takenAt());
  }

  private static Set<String> found(EvaluationOutcome outcome, String rule, Confidence... wanted) {
    return outcome.findings().stream()
        .filter(one -> one.candidate().about().id().value().equals(rule))
        .filter(one -> Set.of(wanted).contains(one.candidate().confidence()))
        .flatMap(one -> one.candidate().seats().stream())
        .map(SeatClaim::userId)
        .collect(Collectors.toSet());
  }

  private static Set<String> planted(Contoso contoso, Situation... situations) {
    ContosoTruth truth = new ContosoTruth(contoso);
    return Stream.of(situations)
        .flatMap(situation -> truth.idsIn(situation).stream())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000})
  void findsWhoLeftTheCompany(int users) {
    Contoso contoso = contoso(users);
    EvaluationOutcome outcome = evaluate(contoso);
    // A hold can be seen only in mailbox data, which no scan collects yet.
    assertThat(found(outcome, "R03", Confidence.MEDIUM))
        .isEqualTo(planted(contoso, Situation.DISABLED_WITH_LICENSE, Situation.DISABLED_ON_HOLD));
    assertThat(found(outcome, "R03", Confidence.HIGH, Confidence.LOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000})
  void findsWhoIsIdle(int users) {
    Contoso contoso = contoso(users);
    EvaluationOutcome outcome = evaluate(contoso);
    assertThat(found(outcome, "R04", Confidence.HIGH))
        .isEqualTo(
            planted(
                contoso, Situation.INACTIVE_90_DAYS, Situation.INACTIVE_WITH_OVERLAPPING_SUITES));
    assertThat(found(outcome, "R04", Confidence.MEDIUM))
        .isEqualTo(planted(contoso, Situation.INACTIVE_60_DAYS));
    assertThat(found(outcome, "R04", Confidence.LOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000})
  void findsWhatNobodyEverUsed(int users) {
    Contoso contoso = contoso(users);
    EvaluationOutcome outcome = evaluate(contoso);
    assertThat(found(outcome, "R05", Confidence.HIGH))
        .isEqualTo(planted(contoso, Situation.NEVER_SIGNED_IN));
    assertThat(found(outcome, "R05", Confidence.LOW))
        .isEqualTo(planted(contoso, Situation.BREAK_GLASS_ACCOUNT));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000})
  void findsGuestsWithLicenses(int users) {
    Contoso contoso = contoso(users);
    EvaluationOutcome outcome = evaluate(contoso);
    assertThat(found(outcome, "R07", Confidence.HIGH))
        .isEqualTo(planted(contoso, Situation.GUEST_WITH_SUITE));
    assertThat(found(outcome, "R07", Confidence.LOW))
        .isEqualTo(planted(contoso, Situation.GUEST_WITH_LEGAL_LICENSE));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000})
  void findsDoubledLicenses(int users) {
    Contoso contoso = contoso(users);
    EvaluationOutcome outcome = evaluate(contoso);
    assertThat(found(outcome, "R08", Confidence.values()))
        .isEqualTo(
            planted(
                contoso, Situation.OVERLAPPING_SUITES, Situation.INACTIVE_WITH_OVERLAPPING_SUITES));
    assertThat(found(outcome, "R09", Confidence.values()))
        .isEqualTo(planted(contoso, Situation.ADD_ON_INSIDE_SUITE));
    assertThat(found(outcome, "R21", Confidence.values()))
        .isEqualTo(planted(contoso, Situation.DOUBLE_ASSIGNMENT));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 1_000, 12_000})
  void findsSpareUnitsOfPaidProducts(int users) {
    Contoso contoso = contoso(users);
    ContosoTruth truth = new ContosoTruth(contoso);
    Set<String> free =
        Set.of("FLOW_FREE", "POWERAPPS_VIRAL", "POWER_BI_STANDARD", "PHONESYSTEM_VIRTUALUSER");
    Set<String> noSeats = Set.of("SHAREPOINTSTORAGE", "Microsoft_Teams_Premium");
    Set<String> planted =
        Products.all().stream()
            .map(product -> product.partNumber())
            .filter(part -> !free.contains(part) && !noSeats.contains(part))
            .filter(
                part ->
                    truth.spareUnits(part)
                        > Math.max(2, Math.ceil(truth.enabledUnits(part) * 0.03)))
            .collect(Collectors.toSet());
    Set<String> found =
        evaluate(contoso).findings().stream()
            .filter(one -> one.candidate().about().id().value().equals("R01"))
            .map(one -> one.candidate().key())
            .map(sku -> part(sku))
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(planted);
  }

  private static String part(String skuId) {
    return Products.all().stream()
        .filter(product -> product.skuId().equals(skuId))
        .findFirst()
        .orElseThrow()
        .partNumber();
  }
}
