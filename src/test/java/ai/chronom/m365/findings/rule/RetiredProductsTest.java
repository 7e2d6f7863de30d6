package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.ROOMS_PRO;
import static ai.chronom.m365.findings.SampleSkus.VIVA_TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetiredProductsTest {
  @Nested
  class Finds {
    @Test
    void seatsOfARetiredProduct() {
      var seen =
          SampleTenant.of(
                  SampleUser.named("ann").with(VIVA_TOPICS),
                  SampleUser.named("bob").with(VIVA_TOPICS))
              .evaluate()
              .only("R34");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(seen.skus()).containsExactly(VIVA_TOPICS);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void productsOnSale() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().of("R34")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void twentyFiveRooms() {
      var few = SampleTenant.of().product(SampleTenant.sku(ROOMS_PRO, 25, 25));
      assertThat(few.evaluate().only("R34").remedy()).contains("Teams Rooms Basic");
      var many = SampleTenant.of().product(SampleTenant.sku(ROOMS_PRO, 26, 26));
      assertThat(many.evaluate().of("R34")).isEmpty();
    }
  }
}
