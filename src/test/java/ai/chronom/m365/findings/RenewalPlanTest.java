package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.scan.Inventory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenewalPlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static List<RenewalLine> plan(SampleTenant tenant) {
    return tenant.evaluate().evaluation().renewals();
  }

  private static SampleTenant tenant(int bought, int used) {
    return SampleTenant.of().product(SampleTenant.sku(E3, bought, used));
  }

  @Test
  void spreadsWhatGoesOverThePurchasesNearestFirst() {
    var plan =
        plan(
            tenant(40, 10)
                .renewal(E3, 10, "2027-06-01")
                .renewal(E3, 20, "2026-12-24")
                .renewal(E3, 10, "2027-03-01"));
    assertThat(plan).extracting(RenewalLine::order).containsExactly(0, 2, 10);
    assertThat(plan).extracting(RenewalLine::drop).containsExactly(20, 8, 0);
    assertThat(plan.get(0).daysLeft(TODAY)).hasValue(31);
  }

  @Test
  void keepsWhatASeasonNeeds() {
    var demand =
        plan(tenant(40, 10)
                .renewal(E3, 40, "2026-12-24")
                .remembers(30, E3, 25, "2026-12-24")
                .remembers(60, E3, 30, "2026-12-24")
                .remembers(100, E3, 40, "2026-12-24"))
            .get(0)
            .demand();
    assertThat(demand.peak()).as("that of 100 days ago is too old").isEqualTo(30);
    assertThat(demand.peakOn()).isEqualTo(TODAY.minusDays(60));
    assertThat(demand.watchedDays()).isEqualTo(60);
    assertThat(demand.total()).as("with a buffer of two").isEqualTo(32);
  }

  @Test
  void keepsWhatAContractObligesTo() {
    var tenant = tenant(40, 10).renewal(E3, 40, "2026-12-24");
    var committed = tenant.thresholds(Thresholds.DEFAULTS.withMinimum(E3, 35));
    assertThat(plan(committed).get(0).order()).isEqualTo(35);
  }

  @Test
  void countsPeopleWhoComeWithTheSuiteOfTheirDepartment() {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < 3; i++) {
      tenant.and(SampleUser.named("sales" + i).with(E3));
      tenant.and(SampleUser.named("law" + i).department("Legal").with(E5));
    }
    var plan =
        plan(
            tenant
                .units(E3, 20)
                .units(E5, 20)
                .renewal(E3, 20, "2026-12-24")
                .renewal(E5, 20, "2026-12-25")
                .inventory(
                    new Inventory() {
                      @Override
                      public Map<String, Integer> joiners(Instant after, Instant until) {
                        return Map.of("Legal", 4);
                      }
                    }));
    assertThat(plan).extracting(line -> line.demand().joiners()).containsExactly(0, 4);
    assertThat(plan).extracting(RenewalLine::order).containsExactly(5, 9);
  }

  @Test
  void takesThePriceOfTheDay() {
    var plan =
        plan(
            tenant(40, 10)
                .renewal(E3, 40, "2027-01-15")
                .price(price("39", "2026-01-01"))
                .price(price("45", "2027-01-01")));
    assertThat(plan.get(0).priceNow()).isEqualTo(usd("39.00"));
    assertThat(plan.get(0).priceThen()).isEqualTo(usd("45.00"));
    assertThat(plan.get(0).saving()).as("28 units").isEqualTo(usd("1260.00"));
    assertThat(plan.get(0).exposure()).as("6 more for 40 units").isEqualTo(usd("240.00"));
  }

  private static StatedPrice price(String amount, String from) {
    return new StatedPrice(
        E3,
        new Money(new BigDecimal(amount), usd("1").currency()),
        LocalDate.parse(from),
        PriceOrigin.ENTERED,
        "contract",
        "ann",
        SampleUser.NOW);
  }

  @Test
  void knowsUnitsWithoutAPrice() {
    var line =
        plan(SampleTenant.of()
                .product(SampleTenant.sku(UNKNOWN, 40, 10))
                .renewal(UNKNOWN, 40, "2026-12-24"))
            .get(0);
    assertThat(line.drop()).isEqualTo(28);
    assertThat(line.saving()).isNull();
    assertThat(line.exposure()).isNull();
  }

  @Test
  void neverGivesBackMoreThanTheHeadlineDoes() {
    var evaluated =
        tenant(40, 10).renewal(E3, 40, "2026-12-24").remembers(3, E3, 5, "2026-12-24").evaluate();
    assertThat(evaluated.evaluation().renewals().get(0).drop())
        .isEqualTo(evaluated.line(E3).drop());
  }

  @Test
  void leavesACountThatJumpedOvernight() {
    var plan =
        plan(
            tenant(80, 10)
                .renewal(E3, 80, "2026-12-24")
                .earlierUnits(Duration.ofHours(6), Map.of(E3, 40)));
    assertThat(plan.get(0).drop()).isZero();
  }
}
