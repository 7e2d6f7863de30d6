package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P1;
import static ai.chronom.m365.findings.SampleSkus.PHONE_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaidResourceAccountTest {
  private static final String DEPARTMENT = "Microsoft Communication Application Instance";

  @Nested
  class Finds {
    @Test
    void aSuiteBesideTheFreeLicense() {
      var seen =
          SampleTenant.of(SampleUser.named("menu").with(PHONE_RESOURCE, E3)).evaluate().only("R31");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("39");
    }

    @Test
    void onlyToReviewByDepartment() {
      var user = SampleUser.named("menu").department(DEPARTMENT).with(E3);
      var evaluated = SampleTenant.of(user).evaluate();
      assertThat(evaluated.only("R31").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.rule("R31").reason())
          .isEqualTo("optional-permission(TeamsUserConfiguration.Read.All)");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void theFreeLicenseAlone() {
      var user = SampleUser.named("menu").with(PHONE_RESOURCE);
      assertThat(SampleTenant.of(user).evaluate().of("R31")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void otherProductsThanPhoneAndSuitesStay() {
      var user = SampleUser.named("menu").with(PHONE_RESOURCE, ENTRA_P1);
      assertThat(SampleTenant.of(user).evaluate().of("R31")).isEmpty();
    }
  }
}
