package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static ai.chronom.m365.findings.SampleSkus.VISIO_DEPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
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
