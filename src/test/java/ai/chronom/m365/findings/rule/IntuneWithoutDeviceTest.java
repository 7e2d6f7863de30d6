package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.EMS;
import static ai.chronom.m365.findings.SampleSkus.INTUNE;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntuneWithoutDeviceTest {
  @Nested
  class Finds {
    @Test
    void nobodysDevice() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").with(OFFICE_E3, INTUNE)).evaluate().only("R18");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    /** 10.60 less 7 for Entra P1, which Conditional Access needs. */
    @Test
    void mobilityBundlesButForTheirEntraPlan() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").with(OFFICE_E3, EMS)).evaluate().only("R18");
      assertThat(seen.gross()).isEqualTo("3.6");
    }

    @Test
    void onlyToReviewWithoutAppProtection() {
      var seen =
          SampleTenant.of(SampleUser.named("ann").with(OFFICE_E3, INTUNE))
              .collection(CollectionName.APP_PROTECTIONS, CollectionState.NOT_PERMITTED, 0)
              .evaluate()
              .only("R18");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void protectedAppsAndSuites() {
      var app = SampleUser.named("ann").seen(use -> use.protectedApp(3)).with(INTUNE);
      assertThat(SampleTenant.of(app, SampleUser.named("bob").with(E3)).evaluate().of("R18"))
          .isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void aDeviceSeenNinetyDaysAgo() {
      var then = SampleUser.named("ann").seen(use -> use.device("iOS", 90)).with(INTUNE);
      assertThat(SampleTenant.of(then).evaluate().of("R18")).isEmpty();
      var before = SampleUser.named("ann").seen(use -> use.device("iOS", 91)).with(INTUNE);
      assertThat(SampleTenant.of(before).evaluate().of("R18")).hasSize(1);
    }
  }

  @Test
  void isNotEvaluatedWithoutIntune() {
    var rule =
        SampleTenant.of(SampleUser.named("ann").with(INTUNE))
            .collection(CollectionName.MANAGED_DEVICES, CollectionState.SERVICE_ABSENT, 0)
            .evaluate()
            .rule("R18");
    assertThat(rule.reason()).isEqualTo("service-not-used(managed-devices)");
  }
}
