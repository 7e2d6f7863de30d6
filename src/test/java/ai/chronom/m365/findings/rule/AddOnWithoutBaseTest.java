package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddOnWithoutBaseTest {
  @Nested
  class Finds {
    @Test
    void aPhoneWithoutTeams() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").with(EXCHANGE_2, PHONE)).evaluate().only("R27");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.skus()).containsExactly(PHONE);
    }

    @Test
    void aBaseThatIsSwitchedOff() {
      var user = SampleUser.named("ann").without(E3, "TEAMS1").with(PHONE);
      assertThat(SampleTenant.of(user).evaluate().of("R27")).hasSize(1);
    }

    @Test
    void copilotAsAdviceOnly() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").with(EXCHANGE_2, COPILOT)).evaluate().only("R27");
      assertThat(seen.gross()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void addOnsWithTheirBase() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(E3, PHONE)).evaluate().of("R27"))
          .isEmpty();
    }

    @Test
    void whoHoldsAProductThatNobodyKnows() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(UNKNOWN, PHONE)).evaluate().of("R27"))
          .isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void anAssignmentOfThirtyDays() {
      assertThat(
              SampleTenant.of(SampleUser.named("ann").assigned(30).with(PHONE))
                  .evaluate()
                  .of("R27"))
          .isEmpty();
      assertThat(
              SampleTenant.of(SampleUser.named("ann").assigned(31).with(PHONE))
                  .evaluate()
                  .of("R27"))
          .hasSize(1);
    }
  }
}
