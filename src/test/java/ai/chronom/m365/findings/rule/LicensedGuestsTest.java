package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static ai.chronom.m365.findings.SampleSkus.POWER_BI_PRO;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicensedGuestsTest {
  private static SampleUser guest() {
    return SampleUser.named("gus").guest().reportedWithoutUse();
  }

  @Nested
  class Finds {
    @Test
    void aSuiteThatAGuestCannotUse() {
      var seen = SampleTenant.of(guest().with(E3)).evaluate().only("R07");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("39");
    }

    @Test
    void whatAGuestMayNeedOnlyToReview() {
      var evaluated = SampleTenant.of(guest().with(POWER_BI_PRO)).evaluate();
      assertThat(evaluated.only("R07").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.headline()).isEqualTo("0");
    }

    @Test
    void bothKindsApart() {
      assertThat(SampleTenant.of(guest().with(E3, POWER_BI_PRO)).evaluate().of("R07")).hasSize(2);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void guestsWithoutPaidLicense() {
      assertThat(SampleTenant.of(guest().with(FLOW_FREE)).evaluate().findings()).isEmpty();
    }

    @Test
    void whatGuestsUseLegally() {
      assertThat(SampleTenant.of(guest().with(VISIO)).evaluate().of("R07")).isEmpty();
    }

    @Test
    void membersOfAnotherTenantOfTheSameCompany() {
      var member = SampleUser.named("mia").externalMember().with(E3);
      assertThat(SampleTenant.of(member).evaluate().findings()).isEmpty();
    }

    @Test
    void convertedAccountsWithAMailboxHere() {
      var converted = SampleUser.named("max").convertedGuest().with(E3);
      var reader = SampleUser.named("ria").guest().mailUsed(5).with(E3);
      assertThat(SampleTenant.of(converted, reader).evaluate().of("R07")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void anAssignmentOfThirtyDays() {
      assertThat(SampleTenant.of(guest().assigned(30).with(E3)).evaluate().of("R07")).isEmpty();
      assertThat(SampleTenant.of(guest().assigned(31).with(E3)).evaluate().of("R07")).hasSize(1);
    }
  }

  @Test
  void isEvaluatedInFull() {
    assertThat(SampleTenant.of(guest().with(E3)).evaluate().rule("R07").state())
        .isEqualTo(RuleState.EVALUATED);
  }
}
