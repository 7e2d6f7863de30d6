package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.TEAMS_PREMIUM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-24");
  private static final LocalDate MARCH = LocalDate.parse("2027-03-01");

  private static SampleTenant idleHolders(int count) {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < count; i++) {
      tenant.and(SampleUser.named("idle" + i).idle(200).with(E3));
    }
    return tenant;
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  @Test
  void freedSeatsFirstFillTheBuffer() {
    Evaluated evaluated = idleHolders(5).evaluate();
    assertThat(evaluated.headline()).as("5 freed, 2 kept").isEqualTo("117");
    assertThat(evaluated.line(E3).pool()).isEqualTo(usd("-78.00"));
    assertThat(evaluated.line(E3).recommended()).isEqualTo(2);
  }

  @Test
  void spareUnitsAreTheBufferWhenThereAreEnough() {
    Evaluated evaluated = idleHolders(5).units(E3, 7).evaluate();
    assertThat(evaluated.headline()).isEqualTo("195");
    assertThat(evaluated.line(E3).pool()).isEqualTo(usd("0.00"));
  }

  @Test
  void findingsAndPoolsSumUp() {
    Evaluated evaluated = idleHolders(5).units(E3, 20).evaluate();
    assertThat(evaluated.only("R01").net()).as("13 of 15 spare").isEqualTo("507");
    assertThat(evaluated.headline()).isEqualTo("702");
  }

  @Test
  void mediumConfidenceIsASecondFigure() {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < 5; i++) {
      tenant.and(SampleUser.named("gone" + i).idle(200).disabled().with(E3));
    }
    Evaluated evaluated = tenant.units(E3, 7).evaluate();
    assertThat(evaluated.headline()).isEqualTo("0");
    assertThat(evaluated.review()).isEqualTo("195");
  }

  @Test
  void unitsInUseBeyondThoseBoughtCost() {
    Evaluated evaluated = SampleTenant.of().product(SampleTenant.sku(E3, 10, 12)).evaluate();
    assertThat(evaluated.headline()).isEqualTo("-78");
    assertThat(evaluated.evaluation().dated().toBuy()).isEqualTo(usd("78.00"));
  }

  @Test
  void freedSeatsThatCoverAShortageAreReused() {
    Evaluated evaluated = idleHolders(1).product(SampleTenant.sku(E3, 10, 12)).evaluate();
    assertThat(evaluated.evaluation().dated().reuseNow()).isEqualTo(usd("39.00"));
    assertThat(evaluated.headline()).isEqualTo("-39");
  }

  @Test
  void datesTheSavingByTheNearestRenewal() {
    DatedAmounts dated =
        idleHolders(10)
            .units(E3, 20)
            .renewal(E3, 13, "2027-03-01")
            .renewal(E3, 7, "2026-12-24")
            .evaluate()
            .evaluation()
            .dated();
    assertThat(dated.atRenewal())
        .containsExactly(
            new DatedAmounts.Renewal(CHRISTMAS, usd("273.00")),
            new DatedAmounts.Renewal(MARCH, usd("429.00")));
  }

  @Test
  void aPurchaseOfTheLastWeekCanBeCancelledNow() {
    DatedAmounts dated =
        idleHolders(10)
            .units(E3, 20)
            .renewal(E3, 10, "2026-12-24")
            .purchase(E3, 10, false, SampleUser.ago(6), null)
            .evaluate()
            .evaluation()
            .dated();
    assertThat(dated.cashNow()).isEqualTo(usd("390.00"));
    assertThat(dated.atRenewal())
        .containsExactly(new DatedAmounts.Renewal(CHRISTMAS, usd("312.00")));
  }

  @Test
  void unitsWithoutADateComeLast() {
    DatedAmounts dated = idleHolders(10).units(E3, 20).evaluate().evaluation().dated();
    assertThat(dated.atRenewal()).containsExactly(new DatedAmounts.Renewal(null, usd("702.00")));
  }

  @Test
  void aMinimumQuantityLocksUnits() {
    Thresholds committed = Thresholds.DEFAULTS.withMinimum(E3, 15);
    Evaluated evaluated = idleHolders(10).units(E3, 20).thresholds(committed).evaluate();
    assertThat(evaluated.headline()).as("5 of 20").isEqualTo("195");
    assertThat(evaluated.evaluation().dated().locked()).isEqualTo(usd("507.00"));
  }

  @Test
  void trialUnitsBesidePaidOnesAreNotBought() {
    Evaluated evaluated =
        SampleTenant.of()
            .product(SampleTenant.sku(TEAMS_PREMIUM, 30, 0))
            .purchase(TEAMS_PREMIUM, 25, true, null, null)
            .purchase(TEAMS_PREMIUM, 5, false, SampleUser.ago(200), null)
            .evaluate();
    assertThat(evaluated.headline()).as("3 of 5 paid units").isEqualTo("30");
  }

  @Test
  void spareUnitsSomebodyKeepsDoNotCount() {
    Evaluated evaluated = idleHolders(5).units(E3, 20).dismissed("R01", E3.toString()).evaluate();
    assertThat(evaluated.headline()).as("only the five seats").isEqualTo("195");
    assertThat(evaluated.rule("R01").findings()).isZero();
  }

  @Test
  void productsSplitTheHeadline() {
    Evaluated evaluated =
        idleHolders(5)
            .units(E3, 7)
            .product(SampleTenant.sku(E5, 20, 10))
            .product(SampleTenant.sku(ENTRA_P2, 4, 0))
            .evaluate();
    assertThat(evaluated.evaluation().lines())
        .extracting(SkuLine::saving)
        .containsExactlyInAnyOrderElementsOf(List.of(usd("195.00"), usd("480.00"), usd("20.00")));
    assertThat(evaluated.headline()).isEqualTo("695");
  }
}
