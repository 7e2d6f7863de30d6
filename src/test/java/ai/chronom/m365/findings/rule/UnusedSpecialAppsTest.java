package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.POWER_BI_PRO;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedSpecialAppsTest {
  @Nested
  class Finds {
    @Test
    void visioThatWasNeverActivated() {
      var seen = SampleTenant.of(SampleUser.named("ann").with(VISIO)).evaluate().only("R16");
      assertThat(seen.gross()).as("15 less 5").isEqualTo("10");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void powerBiWithoutSignIn() {
      var evaluated = SampleTenant.of(SampleUser.named("ann").with(POWER_BI_PRO)).evaluate();
      assertThat(evaluated.only("R16").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.headline()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatIsUsed() {
      var visio = SampleUser.named("ann").seen(use -> use.activated("Visio", 20)).with(VISIO);
      var powerBi = SampleUser.named("bob").seen(use -> use.powerBi(20)).with(POWER_BI_PRO);
      assertThat(SampleTenant.of(visio, powerBi).evaluate().of("R16")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void activatedNinetyDaysAgo() {
      var then = SampleUser.named("ann").seen(use -> use.activated("Visio", 90)).with(VISIO);
      assertThat(SampleTenant.of(then).evaluate().of("R16")).isEmpty();
      var before = SampleUser.named("ann").seen(use -> use.activated("Visio", 92)).with(VISIO);
      assertThat(SampleTenant.of(before).evaluate().of("R16")).hasSize(1);
    }
  }

  @Test
  void saysWhatOnlyAnImportCouldTell() {
    var rule = SampleTenant.of(SampleUser.named("ann").with(VISIO)).evaluate().rule("R16");
    assertThat(rule.reason()).isEqualTo("no-import(activity of Visio and Project on the web)");
  }
}
