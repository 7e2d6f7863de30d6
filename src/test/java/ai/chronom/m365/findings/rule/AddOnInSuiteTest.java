package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.DEFENDER_OFFICE;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.EMS;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P1;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.findings.SampleSkus.POWER_BI_PRO;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleSkus;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.SubscribedSku;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddOnInSuiteTest {
  private static SampleUser ann() {
    return SampleUser.named("ann");
  }

  /** E3 as the tenant has it, with one more plan in that state. */
  private static SubscribedSku e3With(String plan, String state) {
    SubscribedSku bare = SampleTenant.sku(E3, 1, 1);
    List<SubscribedSku.Plan> plans = new ArrayList<>(bare.plans());
    plans.add(new SubscribedSku.Plan(SampleSkus.planId(plan), plan, "User", state));
    return new SubscribedSku(E3, "SPE_E3", "User", "Enabled", 1, 0, 0, 0, 1, plans);
  }

  @Nested
  class Finds {
    @Test
    void phonePowerBiAndDirectoryInsideE5() {
      var evaluated = SampleTenant.of(ann().with(E5, PHONE, POWER_BI_PRO, ENTRA_P1)).evaluate();
      assertThat(evaluated.of("R09")).extracting("net").containsExactlyInAnyOrder("10", "14", "7");
    }

    @Test
    void mobilityAndSecurityInsideE3() {
      assertThat(SampleTenant.of(ann().with(E3, EMS)).evaluate().only("R09").net())
          .isEqualTo("10.6");
    }

    @Test
    void aHigherStepOfTheLadder() {
      var seen = SampleTenant.of(ann().with(ENTRA_P1, ENTRA_P2)).evaluate().only("R09");
      assertThat(seen.skus()).containsExactly(ENTRA_P1);
    }

    @Test
    void whatMicrosoftMovedIntoTheSuite() {
      var user = ann().with(E3, DEFENDER_OFFICE);
      var tenant = SampleTenant.of(user).product(e3With("ATP_ENTERPRISE", "Success"));
      assertThat(tenant.evaluate().only("R09").confidence()).isEqualTo(Confidence.HIGH);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatTheSuiteDoesNotContainInThisTenant() {
      assertThat(SampleTenant.of(ann().with(E3, DEFENDER_OFFICE)).evaluate().findings()).isEmpty();
    }

    @Test
    void aPlanThatIsSwitchedOffInTheSuite() {
      var user = ann().without(E5, "MCOEV").with(PHONE);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }

    @Test
    void aPlanThatMicrosoftHasNotProvidedYet() {
      var user = ann().with(E3, DEFENDER_OFFICE);
      var tenant = SampleTenant.of(user).product(e3With("ATP_ENTERPRISE", "PendingActivation"));
      assertThat(tenant.evaluate().findings()).isEmpty();
    }

    @Test
    void productsThatNobodyKnows() {
      assertThat(SampleTenant.of(ann().with(E5, UNKNOWN)).evaluate().findings()).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void aHigherStepIsNotInsideALowerOne() {
      assertThat(SampleTenant.of(ann().with(E3, ENTRA_P2)).evaluate().findings()).isEmpty();
    }

    @Test
    void anAssignmentOfThirtyDaysIsOnlyToReview() {
      var fresh = ann().with(E5).assigned(30).with(PHONE);
      assertThat(SampleTenant.of(fresh).evaluate().only("R09").confidence())
          .isEqualTo(Confidence.LOW);
      var settled = ann().with(E5).assigned(31).with(PHONE);
      assertThat(SampleTenant.of(settled).evaluate().only("R09").confidence())
          .isEqualTo(Confidence.HIGH);
    }
  }
}
