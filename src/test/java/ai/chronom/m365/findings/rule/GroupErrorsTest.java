package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.AUDIO;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GroupErrorsTest {
  @Nested
  class Finds {
    @Test
    void aFailedAssignmentOfAGroup() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").failing(E3), SampleUser.named("bob").failing(E3))
              .evaluate()
              .only("R22");
      assertThat(seen.subject()).isEqualTo("Microsoft 365 E3 by “All staff”");
      assertThat(seen.gross()).isEqualTo("0");
    }
  }

  @Nested
  class Explains {
    @Test
    void thatSeatsOfOtherFindingsCureAShortage() {
      var tenant =
          SampleTenant.of(
                  SampleUser.named("ann").failing(E3, "CountViolation"),
                  SampleUser.named("bob").failing(E3, "CountViolation"),
                  SampleUser.named("gone").idle(200).with(E3))
              .units(E3, 1);
      assertThat(tenant.evaluate().only("R22").remedy())
          .contains("Reuse now", "free 1 units, enough for 1 of 2");
    }

    @Test
    void thatOnlyBuyingHelpsOtherwise() {
      var tenant =
          SampleTenant.of(
                  SampleUser.named("ann").failing(E3, "CountViolation"),
                  SampleUser.named("bob").with(E3))
              .units(E3, 1);
      assertThat(tenant.evaluate().only("R22").remedy()).contains("buy more");
    }

    @Test
    void whichServicesExcludeEachOther() {
      var tenant =
          SampleTenant.of(
              SampleUser.named("ann").with(EXCHANGE_2).failing(E3, "MutuallyExclusiveViolation"));
      assertThat(tenant.evaluate().evidence("R22"))
          .containsEntry("Services concerned", "EXCHANGE_S_ENTERPRISE");
    }

    @Test
    void whichBaseIsMissing() {
      var tenant = SampleTenant.of(SampleUser.named("ann").failing(AUDIO, "DependencyViolation"));
      assertThat(tenant.evaluate().evidence("R22").get("Services concerned")).contains("TEAMS1");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void assignmentsThatWork() {
      assertThat(SampleTenant.of(SampleUser.named("ann").byGroup(E3)).evaluate().of("R22"))
          .isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void eachProductOfAGroupOnItsOwn() {
      assertThat(
              SampleTenant.of(SampleUser.named("ann").failing(E3).failing(E5)).evaluate().of("R22"))
          .hasSize(2);
    }
  }
}
