package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.PurchaseTerm;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.license.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MonthlyPremiumTest {
  /** Twelve of its twelve units are in use, and it renews in nine days. */
  private static SampleTenant tenant() {
    return SampleTenant.of().product(SampleTenant.sku(E3, 12, 12)).renewal(E3, 12, "2026-12-02");
  }

  /** Its date moved by a month each time. */
  private static SampleTenant monthly(int needed) {
    return tenant()
        .remembers(26, E3, needed, "2026-11-02")
        .remembers(56, E3, needed, "2026-10-02")
        .remembers(183, E3, needed, "2026-09-02");
  }

  @Nested
  class Finds {
    @Test
    void unitsThatAreNeededAllTheTime() {
      var evaluated = monthly(12).evaluate();
      assertThat(evaluated.only("R37").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.only("R37").remedy()).contains("Order 12 units for a year");
      assertThat(evaluated.evaluation().renewals().get(0).premium())
          .as("a sixth of 12 times 39")
          .isEqualTo(Money.of("78.00", "USD"));
    }

    @Test
    void noMoreThanWereAlwaysNeeded() {
      var evaluated = monthly(10).evaluate();
      assertThat(evaluated.only("R37").remedy()).contains("Order 10 units for a year");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void purchasesForAYear() {
      var yearly =
          tenant()
              .remembers(26, E3, 12, "2026-12-02")
              .remembers(56, E3, 12, "2026-12-02")
              .remembers(183, E3, 12, "2026-12-02");
      assertThat(yearly.evaluate().of("R37")).isEmpty();
    }

    @Test
    void seasonalNeed() {
      assertThat(monthly(9).evaluate().of("R37")).as("a quarter less in summer").isEmpty();
    }

    @Test
    void whatAYearlyPurchaseServesAlready() {
      var both = monthly(12).renewal(E3, 12, "2027-09-01").units(E3, 24);
      assertThat(both.product(SampleTenant.sku(E3, 24, 12)).evaluate().of("R37")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void threeSnapshots() {
      var two = tenant().remembers(26, E3, 12, "2026-11-02");
      assertThat(two.evaluate().rule("R37").state()).isEqualTo(RuleState.NOT_EVALUATED);
      var three = two.remembers(56, E3, 12, "2026-10-02");
      assertThat(three.evaluate().rule("R37").state()).isEqualTo(RuleState.EVALUATED);
      assertThat(three.evaluate().only("R37").confidence())
          .as("no half a year yet")
          .isEqualTo(Confidence.LOW);
    }

    @Test
    void aStepOfAMonth() {
      var sparse = tenant().remembers(70, E3, 12, "2026-09-30").remembers(80, E3, 12, "2026-09-30");
      assertThat(sparse.evaluate().evaluation().renewals().get(0).term())
          .as("63 days may be two months")
          .isEqualTo(PurchaseTerm.UNKNOWN);
    }
  }
}
