package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.BUSINESS_PREMIUM;
import static ai.chronom.m365.findings.SampleSkus.BUSINESS_STANDARD;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.EMS;
import static ai.chronom.m365.findings.SampleSkus.INTUNE;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsolidatedSuiteTest {
  @Nested
  class Finds {
    /** 14 and 10.60 are more than 22. */
    @Test
    void businessStandardWithMobility() {
      var user = SampleUser.named("ann").with(BUSINESS_STANDARD, EMS);
      var tenant = SampleTenant.of(user).units(BUSINESS_PREMIUM, 5);
      var seen = tenant.evaluate().only("R13");
      assertThat(seen.skus()).containsExactlyInAnyOrder(BUSINESS_STANDARD, EMS);
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.net()).isEqualTo("2.6");
    }
  }

  @Nested
  class LeavesAlone {
    /** 26 and 10.60 are less than 39. */
    @Test
    void partsThatAreCheaper() {
      var user = SampleUser.named("ann").with(OFFICE_E3, EMS);
      assertThat(SampleTenant.of(user).units(E3, 5).evaluate().of("R13")).isEmpty();
    }

    @Test
    void suitesWithoutRoomForOneMore() {
      var user = SampleUser.named("ann").with(BUSINESS_STANDARD, EMS);
      var full = SampleTenant.of(user).product(SampleTenant.sku(BUSINESS_PREMIUM, 300, 300));
      assertThat(full.evaluate().of("R13")).isEmpty();
    }

    @Test
    void suitesThatTheTenantDoesNotBuy() {
      var user = SampleUser.named("ann").with(BUSINESS_STANDARD, EMS);
      assertThat(SampleTenant.of(user).evaluate().of("R13")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    /** 14 and 8 are 22: no saving. */
    @Test
    void thePriceOfTheSuite() {
      var user = SampleUser.named("ann").with(BUSINESS_STANDARD, INTUNE);
      assertThat(SampleTenant.of(user).units(BUSINESS_PREMIUM, 5).evaluate().of("R13")).isEmpty();
    }

    @Test
    void oneProductIsNotSeveral() {
      var user = SampleUser.named("ann").with(BUSINESS_STANDARD);
      assertThat(SampleTenant.of(user).units(BUSINESS_PREMIUM, 5).evaluate().of("R13")).isEmpty();
    }
  }
}
