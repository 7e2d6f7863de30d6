package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndingSubscriptionsTest {
  private static SampleTenant lapsing(int enabled, int warning, int consumed) {
    return SampleTenant.of()
        .product(
            new SubscribedSku(
                E3,
                "SPE_E3",
                "User",
                "Warning",
                enabled,
                warning,
                0,
                0,
                consumed,
                SampleTenant.sku(E3, 1, 1).plans()))
        .subscription(
            new Subscription(
                "s",
                E3,
                "Warning",
                false,
                warning,
                NOW,
                Instant.parse("2026-12-01T00:00:00Z"),
                null,
                null));
  }

  @Nested
  class Finds {
    @Test
    void usersWhoWillLoseTheService() {
      var seen = lapsing(0, 10, 8).evaluate().only("R23");
      assertThat(seen.remedy()).contains("Renew it");
      assertThat(seen.gross()).isEqualTo("0");
    }

    @Test
    void whatMayLapse() {
      assertThat(lapsing(10, 5, 8).evaluate().only("R23").remedy()).contains("lapse");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatIsEnabled() {
      assertThat(SampleTenant.of().units(E3, 5).evaluate().of("R23")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void exactlyEnoughUsableUnits() {
      assertThat(lapsing(8, 5, 8).evaluate().only("R23").remedy()).contains("lapse");
      assertThat(lapsing(7, 5, 8).evaluate().only("R23").remedy()).contains("Renew it");
    }
  }
}
