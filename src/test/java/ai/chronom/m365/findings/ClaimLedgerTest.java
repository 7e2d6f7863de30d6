package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.SkuId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimLedgerTest {
  private final SampleTenant tenant =
      SampleTenant.of()
          .units(E5, 10)
          .units(E3, 10)
          .units(COPILOT, 10)
          .units(VISIO, 10)
          .units(PHONE, 10)
          .units(UNKNOWN, 10);
  private final ClaimLedger ledger =
      new ClaimLedger(tenant.inquiry().holdings(), candidate -> candidate.key().equals("left"));

  private static Candidate found(
      String rule, int precedence, Confidence confidence, SeatClaim... seats) {
    return new Candidate(
        new About(rule, rule, precedence),
        "key",
        "ann",
        confidence,
        Candidate.Weight.CLAIM,
        List.of(seats),
        null,
        "",
        List.of(),
        Map.of());
  }

  private static SeatClaim seat(SkuId sku, SkuId... replacements) {
    return new SeatClaim("ann", "ann@contoso.com", sku, List.of(replacements));
  }

  private Map<String, String> settled(Candidate... found) {
    return ledger.settle(List.of(found)).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                one -> one.candidate().about().id().value(),
                one -> plain(one.gross()) + " " + plain(one.net())));
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "?" : amount.stripTrailingZeros().toPlainString();
  }

  /** Ann left: her seats count once, under the rule that comes first. */
  @Test
  void countsAnnsSeatsOnce() {
    Map<String, String> settled =
        settled(
            found("R03", 1, Confidence.HIGH, seat(E5), seat(COPILOT), seat(VISIO)),
            found("R10", 9, Confidence.HIGH, seat(E5, E3)),
            found("R15", 10, Confidence.HIGH, seat(COPILOT)),
            found("R16", 10, Confidence.HIGH, seat(VISIO)));
    assertThat(settled)
        .isEqualTo(Map.of("R03", "105 105", "R10", "21 0", "R15", "30 0", "R16", "15 0"));
  }

  /** Bob needs a smaller suite and a phone. */
  @Test
  void takesThePriceOfReplacementsOff() {
    assertThat(settled(found("R10", 9, Confidence.HIGH, seat(E5, E3, PHONE))))
        .isEqualTo(Map.of("R10", "11 11"));
    assertThat(ledger.moves().freed(E5, Confidence.HIGH)).isEqualTo(1);
    assertThat(ledger.moves().added(E3, Confidence.HIGH)).isEqualTo(1);
    assertThat(ledger.moves().added(PHONE, Confidence.HIGH)).isEqualTo(1);
  }

  /** R01's four spare units become three before the buffer, and one Phone is to be bought. */
  @Test
  void givesBobOneOfTheSpareUnits() {
    settled(found("R10", 9, Confidence.HIGH, seat(E5, E3, PHONE)));
    Inquiry inquiry = SampleTenant.of(SampleUser.named("bob").with(E5)).units(E3, 4).inquiry();
    Headline headline = new Headline(inquiry, ledger.moves(), Set.of());
    assertThat(headline.lines())
        .filteredOn(line -> line.skuId().equals(E3))
        .allSatisfy(line -> assertThat(line.purchased() - line.needed()).isEqualTo(3))
        .extracting(SkuLine::drop)
        .containsExactly(1);
    assertThat(headline.monthly()).as("39 less 10 for the Phone").isEqualByComparingTo("29");
    assertThat(headline.pool(E3)).as("two units of R01").isEqualByComparingTo("78");
    assertThat(headline.pool(E5)).as("Bob's old seat stays as buffer").isEqualByComparingTo("-60");
    assertThat(headline.pool(PHONE)).isEqualByComparingTo("0");
  }

  @Test
  void neverLetsADoubtfulRuleTakeASeatFromTheHeadline() {
    Map<String, String> settled =
        settled(
            found("R03", 1, Confidence.MEDIUM, seat(E3)),
            found("R08", 7, Confidence.HIGH, seat(E3)));
    assertThat(settled).isEqualTo(Map.of("R03", "39 0", "R08", "39 39"));
  }

  @Test
  void namesTheRuleThatCountsTheSeat() {
    List<Settlement> settled =
        ledger.settle(
            List.of(
                found("R08", 7, Confidence.HIGH, seat(E3)),
                found("R04", 5, Confidence.HIGH, seat(E5), seat(E3))));
    assertThat(settled.get(1).seats().get(0).countedIn()).isEqualTo(new RuleId("R04"));
  }

  @Test
  void givesTheSeatOfADismissedFindingToTheNextRule() {
    Candidate left =
        new Candidate(
            new About("R04", "", 5),
            "left",
            "ann",
            Confidence.HIGH,
            Candidate.Weight.CLAIM,
            List.of(seat(E5), seat(E3)),
            null,
            "",
            List.of(),
            Map.of());
    assertThat(settled(left, found("R08", 7, Confidence.HIGH, seat(E3))))
        .isEqualTo(Map.of("R04", "99 0", "R08", "39 39"));
  }

  @Test
  void freesSeatsWithoutAPriceAsSeats() {
    assertThat(settled(found("R03", 1, Confidence.HIGH, seat(UNKNOWN))))
        .isEqualTo(Map.of("R03", "? ?"));
    assertThat(ledger.moves().freed(UNKNOWN, Confidence.HIGH)).isEqualTo(1);
  }

  @Test
  void takesTheDearerFindingFirstWhenPrecedenceIsEqual() {
    List<String> nets =
        ledger
            .settle(
                List.of(
                    found("R08", 7, Confidence.HIGH, seat(E3)),
                    found("R09", 7, Confidence.HIGH, seat(E3), seat(VISIO))))
            .stream()
            .map(one -> plain(one.net()))
            .toList();
    assertThat(nets).containsExactly("54", "0");
  }
}
