package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.PROJECT;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static ai.chronom.m365.findings.SampleSkus.VISIO_DEPARTMENT;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.scan.Subscription;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SelfServicePurchasesTest {
  @Nested
  class Finds {
    @Test
    void aDepartmentsPurchase() {
      var seen = SampleTenant.of().units(VISIO_DEPARTMENT, 3).evaluate().only("R36");
      assertThat(seen.remedy()).contains("Take it over");
    }

    @Test
    void spareUnitsOfTheCompany() {
      var tenant = SampleTenant.of().units(VISIO_DEPARTMENT, 3).units(VISIO, 1);
      assertThat(tenant.evaluate().only("R36").remedy()).contains("spare units");
    }
  }

  @Nested
  class Counts {
    @Test
    void whatNobodyUsesAndWhoCanMove() {
      SampleTenant tenant = SampleTenant.of().units(VISIO_DEPARTMENT, 5).units(VISIO, 2);
      for (int i = 0; i < 4; i++) {
        tenant.and(SampleUser.named("u" + i).with(VISIO_DEPARTMENT));
      }
      tenant.price(
          new StatedPrice(
              VISIO_DEPARTMENT,
              Money.of("15", "USD"),
              LocalDate.parse("2026-01-01"),
              PriceOrigin.ENTERED,
              "contract",
              "ann",
              SampleUser.NOW));
      assertThat(tenant.evaluate().only("R36").gross())
          .as("one unused, two can move")
          .isEqualTo("45");
    }
  }

  /** Known by who bought it. */
  @Nested
  class ByOwner {
    private SampleTenant company() {
      return SampleTenant.of()
          .units(E3, 4)
          .boughtBy("buyer", E3, 4)
          .units(PROJECT, 2)
          .boughtBy("buyer", PROJECT, 2);
    }

    @Test
    void aPurchasePastTheCompanysBuyer() {
      var tenant = company().units(VISIO, 3).boughtBy("somebody", VISIO, 3);
      var evaluated = tenant.evaluate();
      assertThat(evaluated.only("R36").skus()).containsExactly(VISIO);
      assertThat(evaluated.only("R36").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.only("R36").gross()).isEqualTo("45");
      assertThat(evaluated.evidence("R36")).containsEntry("Bought by another account", "somebody");
    }

    @Test
    void theForeignPartOfAProductThatIsSpare() {
      var tenant =
          company().units(VISIO, 5).boughtBy("buyer", VISIO, 3).boughtBy("somebody", VISIO, 2);
      for (int i = 0; i < 4; i++) {
        tenant.and(SampleUser.named("u" + i).with(VISIO));
      }
      assertThat(tenant.evaluate().only("R36").gross()).as("one of the two").isEqualTo("15");
    }

    @Test
    void nothingWhileNobodyStandsOut() {
      var tenant =
          SampleTenant.of()
              .units(E3, 4)
              .boughtBy("one", E3, 4)
              .units(VISIO, 4)
              .boughtBy("other", VISIO, 4);
      assertThat(tenant.evaluate().of("R36")).isEmpty();
      assertThat(company().evaluate().of("R36")).isEmpty();
    }

    @Test
    void nothingWhenTheBuyerHasHalfOnly() {
      var tenant = company().units(VISIO, 6).boughtBy("one", VISIO, 3).boughtBy("other", VISIO, 3);
      assertThat(tenant.evaluate().of("R36")).isEmpty();
    }

    @Test
    void nothingBoughtThroughAPartner() {
      var tenant =
          company()
              .units(VISIO, 3)
              .subscription(
                  new Subscription(
                      "p", VISIO, "Enabled", false, 3, NOW, null, "partner", "somebody"));
      assertThat(tenant.evaluate().of("R36")).isEmpty();
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void theCompanysPurchases() {
      assertThat(SampleTenant.of().units(VISIO, 3).evaluate().of("R36")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void withoutUnits() {
      assertThat(SampleTenant.of().units(VISIO_DEPARTMENT, 0).evaluate().of("R36")).isEmpty();
    }
  }
}
