package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MostlySwitchedOffTest {
  @Nested
  class Finds {
    /** 26 less 8. */
    @Test
    void mailAlone() {
      var user =
          SampleUser.named("ann")
              .without(OFFICE_E3, "OFFICESUBSCRIPTION", "SHAREPOINTENTERPRISE", "TEAMS1");
      var seen = SampleTenant.of(user).evaluate().only("R28");
      assertThat(seen.gross()).isEqualTo("18");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }
  }

  @Nested
  class Asks {
    @Test
    void onceForAGroupThatSwitchesThemOffForAll() {
      String[] off = {"OFFICESUBSCRIPTION", "SHAREPOINTENTERPRISE", "TEAMS1"};
      var tenant =
          SampleTenant.of(
              SampleUser.named("ann").byGroupWithout(OFFICE_E3, off),
              SampleUser.named("bob").byGroupWithout(OFFICE_E3, off));
      var seen = tenant.evaluate().only("R28");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.remedy()).contains("switched on later?");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void suitesInUse() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().of("R28")).isEmpty();
    }

    @Test
    void whatNoCheaperProductGives() {
      var user =
          SampleUser.named("ann")
              .without(OFFICE_E3, "EXCHANGE_S_ENTERPRISE", "SHAREPOINTENTERPRISE", "TEAMS1");
      assertThat(SampleTenant.of(user).evaluate().of("R28")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void sixtyPercent() {
      var half = SampleUser.named("ann").without(OFFICE_E3, "OFFICESUBSCRIPTION", "TEAMS1");
      assertThat(SampleTenant.of(half).evaluate().of("R28")).isEmpty();
    }
  }
}
