package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RenewalQuantitiesTest {
  private static SampleTenant tenant(int units, String date) {
    return SampleTenant.of().product(SampleTenant.sku(E3, units, 10)).renewal(E3, units, date);
  }

  @Nested
  class Finds {
    @Test
    void whatToOrder() {
      var evaluated = tenant(40, "2026-12-31").evaluate();
      var seen = evaluated.only("R02");
      assertThat(seen.remedy()).contains("order 28 fewer");
      assertThat(seen.gross()).as("28 units").isEqualTo("1092");
      assertThat(seen.net()).as("counted by R01 and the seats' rules").isEqualTo("0");
    }
  }

  @Nested
  class Remembers {
    @Test
    void thePeakOfTheLastNinetyDays() {
      var evaluated = tenant(40, "2026-12-31").remembers(60, E3, 20, "2026-12-31").evaluate();
      assertThat(evaluated.only("R02").remedy()).contains("order 18 fewer");
    }

    @Test
    void nothingOlder() {
      var evaluated = tenant(40, "2026-12-31").remembers(91, E3, 38, "2026-12-31").evaluate();
      assertThat(evaluated.only("R02").remedy()).contains("order 28 fewer");
    }

    @Test
    void soItSaysWhenItsMemoryIsShort() {
      assertThat(tenant(40, "2026-12-31").evaluate().rule("R02").state())
          .isEqualTo(RuleState.PARTIAL);
      assertThat(
              tenant(40, "2026-12-31")
                  .remembers(90, E3, 10, "2026-12-31")
                  .evaluate()
                  .rule("R02")
                  .state())
          .isEqualTo(RuleState.EVALUATED);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatASeasonNeeds() {
      assertThat(tenant(40, "2026-12-31").remembers(80, E3, 38, "2026-12-31").evaluate().of("R02"))
          .isEmpty();
    }

    @Test
    void quantitiesThatFit() {
      assertThat(tenant(12, "2026-12-31").evaluate().of("R02")).isEmpty();
    }

    @Test
    void trials() {
      var trial =
          SampleTenant.of()
              .product(SampleTenant.sku(E3, 40, 10))
              .purchase(E3, 40, true, NOW, NOW.plus(Duration.ofDays(20)));
      assertThat(trial.evaluate().of("R02")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void ninetyDays() {
      assertThat(tenant(40, "2027-02-21").evaluate().of("R02")).hasSize(1);
      assertThat(tenant(40, "2027-02-22").evaluate().of("R02")).isEmpty();
    }
  }

  @Test
  void isNotEvaluatedWithoutSubscriptions() {
    var rule =
        tenant(40, "2026-12-31")
            .collection(CollectionName.SUBSCRIPTIONS, CollectionState.NOT_PERMITTED, 0)
            .evaluate()
            .rule("R02");
    assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
  }
}
