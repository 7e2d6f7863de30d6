package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoubleAssignmentTest {
  private static SampleUser ann() {
    return SampleUser.named("ann");
  }

  @Nested
  class Finds {
    @Test
    void aLicenseByGroupAndDirectlyForNoMoney() {
      var evaluated = SampleTenant.of(ann().with(E5).byGroup(E5)).evaluate();
      var seen = evaluated.only("R21");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.net()).isEqualTo("0");
      assertThat(evaluated.headline()).isEqualTo("0");
      assertThat(seen.remedy()).startsWith("Clear the direct assignment");
    }

    @Test
    void aLicenseByTwoGroups() {
      var user = ann().byGroup(E5).byGroup(E5, "other-group");
      assertThat(SampleTenant.of(user).evaluate().only("R21").remedy())
          .contains("“All staff”")
          .contains("other-group");
    }

    @Test
    void claimsNoSeatFromOtherRules() {
      var leaver = ann().idle(200).with(E5).byGroup(E5);
      assertThat(SampleTenant.of(leaver).evaluate().only("R04").net()).isEqualTo("60");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void oneWay() {
      assertThat(SampleTenant.of(ann().byGroup(E5)).evaluate().findings()).isEmpty();
    }

    @Test
    void freeLicenses() {
      var user = ann().with(FLOW_FREE).byGroup(FLOW_FREE);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void aSecondWayThatFailed() {
      var user = ann().with(E5).failing(E5);
      assertThat(SampleTenant.of(user).evaluate().of("R21")).isEmpty();
    }
  }
}
