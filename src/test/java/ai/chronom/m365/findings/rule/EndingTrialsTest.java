package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndingTrialsTest {
  private static SampleTenant trial(Instant end) {
    return SampleTenant.of()
        .product(SampleTenant.sku(COPILOT, 25, 5))
        .purchase(COPILOT, 25, true, NOW, end);
  }

  @Nested
  class Finds {
    @Test
    void aTrialThatEndsSoon() {
      var seen = trial(NOW.plus(Duration.ofDays(7))).evaluate().only("R24");
      assertThat(seen.remedy()).contains("payment method");
      assertThat(seen.gross()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void purchases() {
      var tenant =
          SampleTenant.of().units(E3, 5).purchase(E3, 5, false, NOW, NOW.plus(Duration.ofDays(7)));
      assertThat(tenant.evaluate().of("R24")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void thirtyDays() {
      assertThat(trial(NOW.plus(Duration.ofDays(30))).evaluate().of("R24")).hasSize(1);
      assertThat(trial(NOW.plus(Duration.ofDays(30)).plusSeconds(1)).evaluate().of("R24"))
          .isEmpty();
    }
  }

  @Test
  void isNotEvaluatedWithoutSubscriptions() {
    var rule =
        trial(NOW)
            .collection(CollectionName.SUBSCRIPTIONS, CollectionState.NOT_PERMITTED, 0)
            .evaluate()
            .rule("R24");
    assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
  }
}
