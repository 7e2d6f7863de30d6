package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedCopilotTest {
  private static SampleUser user() {
    return SampleUser.named("ann").with(E3, COPILOT);
  }

  @Nested
  class Finds {
    @Test
    void aLicenseWithoutUse() {
      var seen = SampleTenant.of(user().seen(use -> use.copilot(null, 0L))).evaluate().only("R15");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("30");
    }

    @Test
    void lessSurelyByDatesAlone() {
      var seen =
          SampleTenant.of(user().seen(use -> use.copilot(null, null))).evaluate().only("R15");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void littleUseAsAdvice() {
      var seen = SampleTenant.of(user().seen(use -> use.copilot(5, 2L))).evaluate().only("R15");
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.remedy()).contains("train");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void peopleWhoUseIt() {
      assertThat(SampleTenant.of(user().seen(use -> use.copilot(5, 3L))).evaluate().of("R15"))
          .isEmpty();
    }

    @Test
    void accountsThatTheReportDoesNotKnow() {
      assertThat(SampleTenant.of(user()).evaluate().of("R15")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void assignedForSixtyDays() {
      var sixty =
          SampleUser.named("ann").assigned(60).with(E3, COPILOT).seen(use -> use.copilot(null, 0L));
      assertThat(SampleTenant.of(sixty).evaluate().of("R15")).isEmpty();
      var longer =
          SampleUser.named("ann").assigned(61).with(E3, COPILOT).seen(use -> use.copilot(null, 0L));
      assertThat(SampleTenant.of(longer).evaluate().of("R15")).hasSize(1);
    }
  }

  @Test
  void isNotEvaluatedWithoutTheReport() {
    var rule =
        SampleTenant.of(user())
            .collection(CollectionName.REPORT_COPILOT, CollectionState.SERVICE_ABSENT, 0)
            .evaluate()
            .rule("R15");
    assertThat(rule.reason()).isEqualTo("service-not-used(report-copilot)");
  }
}
