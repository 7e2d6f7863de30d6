package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Evaluated;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicenseHygieneTest {
  @Nested
  class Finds {
    @Test
    void accountsWithoutLocationOrDepartment() {
      var user = SampleUser.named("ann").nowhere().department(" ").with(E3);
      var found = SampleTenant.of(user).evaluate().of("R35");
      assertThat(found)
          .extracting(Evaluated.Seen::subject)
          .containsExactlyInAnyOrder(
              "Licensed accounts without usage location", "Licensed accounts without department");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void guestsAndFreeLicenses() {
      var guest = SampleUser.named("gus").guest().nowhere().with(E3);
      var free = SampleUser.named("ann").nowhere().with(FLOW_FREE);
      assertThat(SampleTenant.of(guest, free).evaluate().of("R35")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void oneFindingForManyAccounts() {
      SampleTenant tenant = SampleTenant.of();
      for (int i = 0; i < 50; i++) {
        tenant.and(SampleUser.named("u" + i).nowhere().with(E3));
      }
      assertThat(tenant.evaluate().of("R35")).hasSize(1);
    }
  }
}
