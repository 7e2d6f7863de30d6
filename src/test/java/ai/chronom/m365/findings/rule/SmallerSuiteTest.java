package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.Platform;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmallerSuiteTest {
  private static SampleUser light(String name) {
    return SampleUser.named(name)
        .seen(use -> use.apps(2, Platform.WEB).mailbox(3, false, null).oneDrive(1));
  }

  @Nested
  class Finds {
    @Test
    void officeE3WithoutDesktop() {
      var seen = SampleTenant.of(light("ann").with(OFFICE_E3)).evaluate().of("R11").get(0);
      assertThat(seen.gross()).as("26 less 10").isEqualTo("16");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void microsoftE3WithTheSecurityItNeeds() {
      var seen = SampleTenant.of(light("ann").with(E3)).evaluate().of("R11").get(0);
      assertThat(seen.gross()).as("39 less 10 and 10.60").isEqualTo("18.4");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void peopleWithDesktopApps() {
      var user = light("ann").seen(use -> use.activated("Microsoft 365 Apps", 100)).with(E3);
      assertThat(SampleTenant.of(user).evaluate().of("R11")).isEmpty();
    }

    @Test
    void archivesAndWindowsDevices() {
      var archive =
          SampleUser.named("ann")
              .seen(use -> use.apps(2, Platform.WEB).mailbox(3, true, null).oneDrive(1))
              .with(E3);
      var windows = light("bob").seen(use -> use.device("Windows", 2)).with(E3);
      assertThat(SampleTenant.of(archive, windows).evaluate().of("R11")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void aTerabyteOfFiles() {
      var full = light("ann").seen(use -> use.oneDrive(1024)).with(E3);
      assertThat(SampleTenant.of(full).evaluate().of("R11")).hasSize(1);
      var over = light("ann").seen(use -> use.oneDrive(1025)).with(E3);
      assertThat(SampleTenant.of(over).evaluate().of("R11")).isEmpty();
    }
  }

  @Test
  void isNotEvaluatedWithoutTheMailboxReport() {
    var rule = SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().rule("R11");
    assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
    assertThat(rule.reason()).isEqualTo("permission-not-granted(Reports.Read.All)");
  }
}
