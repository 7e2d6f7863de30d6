package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OverAssignedTest {
  @Nested
  class Finds {
    @Test
    void moreInUseThanBought() {
      var evaluated = SampleTenant.of().product(SampleTenant.sku(E3, 10, 12)).evaluate();
      assertThat(evaluated.only("R26").remedy()).contains("Buy 2 more");
      assertThat(evaluated.only("R26").gross()).isEqualTo("0");
      assertThat(evaluated.headline()).isEqualTo("-78");
    }

    @Test
    void whatOtherFindingsCure() {
      var evaluated =
          SampleTenant.of(SampleUser.named("idle").idle(200).with(E3))
              .product(SampleTenant.sku(E3, 10, 11))
              .evaluate();
      assertThat(evaluated.only("R26").remedy()).contains("Free 1 seats").contains("nothing");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void freeProducts() {
      assertThat(
              SampleTenant.of().product(SampleTenant.sku(FLOW_FREE, 10, 12)).evaluate().of("R26"))
          .isEmpty();
    }

    @Test
    void countsThatJumpedOvernight() {
      var tenant =
          SampleTenant.of()
              .product(SampleTenant.sku(E3, 10, 12))
              .earlierUnits(Duration.ofHours(5), Map.of(E3, 20));
      assertThat(tenant.evaluate().of("R26")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void asManyAsBought() {
      assertThat(SampleTenant.of().product(SampleTenant.sku(E3, 12, 12)).evaluate().of("R26"))
          .isEmpty();
    }
  }
}
