package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.APPS;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.Platform;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedDesktopAppsTest {
  private static SampleUser user() {
    return SampleUser.named("ann").with(APPS);
  }

  @Nested
  class Finds {
    @Test
    void appsThatNobodyActivatedOrUsed() {
      var user = user().seen(use -> use.apps(3, Platform.WEB).activated("Microsoft 365 Apps", 200));
      var seen = SampleTenant.of(user).evaluate().only("R14");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.gross()).isEqualTo("12");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void useOnADesktop() {
      var user = user().seen(use -> use.apps(3, Platform.MAC));
      assertThat(SampleTenant.of(user).evaluate().of("R14")).isEmpty();
    }

    @Test
    void sharedComputers() {
      var user = user().seen(use -> use.apps(3, Platform.WEB).onSharedComputer());
      assertThat(SampleTenant.of(user).evaluate().of("R14")).isEmpty();
    }

    @Test
    void suites() {
      var user = SampleUser.named("ann").with(E3).seen(use -> use.apps(3, Platform.WEB));
      assertThat(SampleTenant.of(user).evaluate().of("R14")).isEmpty();
    }

    @Test
    void accountsThatTheReportDoesNotKnow() {
      assertThat(SampleTenant.of(user()).evaluate().of("R14")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void activatedNinetyDaysAgo() {
      var user = user().seen(use -> use.apps(3, Platform.WEB).activated("Office", 90));
      assertThat(SampleTenant.of(user).evaluate().of("R14")).isEmpty();
      var earlier =
          SampleUser.named("bob")
              .with(APPS)
              .seen(use -> use.apps(3, Platform.WEB).activated("Office", 92));
      assertThat(SampleTenant.of(earlier).evaluate().of("R14")).hasSize(1);
    }
  }

  @Test
  void isNotEvaluatedWithoutNames() {
    var rule =
        SampleTenant.of(user())
            .collection(CollectionName.REPORT_APPS, CollectionState.NAMES_CONCEALED, 0)
            .evaluate()
            .rule("R14");
    assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
    assertThat(rule.reason()).isEqualTo("names-concealed(report-apps)");
  }
}
