package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static ai.chronom.m365.findings.SampleSkus.POWER_APPS_PER_APP;
import static ai.chronom.m365.findings.SampleSkus.STORAGE;
import static ai.chronom.m365.findings.SampleSkus.STREAM;
import static ai.chronom.m365.findings.SampleSkus.TEAMS_PREMIUM;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.SubscribedSku;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnassignedUnitsTest {
  private static SampleTenant holding(SkuId sku, int enabled, int consumed) {
    return SampleTenant.of().product(SampleTenant.sku(sku, enabled, consumed));
  }

  private static SubscribedSku inState(String status, int enabled, int warning, int consumed) {
    return new SubscribedSku(
        E3, "SPE_E3", "User", status, enabled, warning, 0, 0, consumed, java.util.List.of());
  }

  @Nested
  class Finds {
    @Test
    void spareUnitsBeyondTheBuffer() {
      var seen = holding(E3, 20, 10).evaluate().only("R01");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.gross()).as("8 of 10 spare units at 39").isEqualTo("312");
      assertThat(seen.net()).isEqualTo("312");
    }

    @Test
    void unitsWithoutAPriceAsUnits() {
      var evaluated = holding(UNKNOWN, 20, 10).evaluate();
      assertThat(evaluated.only("R01").gross()).isEqualTo("?");
      assertThat(evaluated.headline()).isEqualTo("0");
      assertThat(evaluated.line(UNKNOWN).drop()).isEqualTo(8);
    }

    @Test
    void namesTheNextRenewal() {
      var seen =
          holding(E3, 20, 10)
              .renewal(E3, 12, "2027-03-01")
              .renewal(E3, 8, "2026-12-24")
              .evaluate()
              .only("R01");
      assertThat(seen.remedy()).contains("by 8 at the renewal of 2026-12-24");
    }

    @Test
    void aJumpInTheFirstSnapshot() {
      assertThat(holding(E3, 40, 10).evaluate().of("R01")).hasSize(1);
    }

    @Test
    void aJumpThatALaterSnapshotConfirms() {
      var tenant = holding(E3, 40, 10).earlierUnits(Duration.ofHours(24), Map.of(E3, 20));
      assertThat(tenant.evaluate().of("R01")).hasSize(1);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void freeProducts() {
      assertThat(holding(FLOW_FREE, 10_000, 3).evaluate().of("R01")).isEmpty();
      assertThat(holding(STREAM, 1_000_000, 0).evaluate().of("R01")).isEmpty();
    }

    @Test
    void capacity() {
      assertThat(holding(STORAGE, 50, 0).evaluate().of("R01")).isEmpty();
    }

    @Test
    void trials() {
      var tenant = holding(TEAMS_PREMIUM, 25, 2).purchase(TEAMS_PREMIUM, 25, true, null, null);
      assertThat(tenant.evaluate().of("R01")).isEmpty();
    }

    @Test
    void whatEnvironmentsConsume() {
      assertThat(holding(POWER_APPS_PER_APP, 50, 0).evaluate().of("R01")).isEmpty();
    }

    @Test
    void companionsOfAnotherPurchase() {
      SkuId extraFeatures = SkuId.of("f5b15d67-b99e-406b-90f1-308452f94de6");
      assertThat(holding(extraFeatures, 50, 0).evaluate().of("R01")).isEmpty();
    }

    @Test
    void unitsInWarning() {
      var tenant = SampleTenant.of().product(inState("Warning", 0, 20, 10));
      assertThat(tenant.evaluate().of("R01")).isEmpty();
      assertThat(tenant.evaluate().headline()).isEqualTo("0");
    }

    @Test
    void suspendedProducts() {
      var tenant = SampleTenant.of().product(inState("Suspended", 20, 0, 10));
      assertThat(tenant.evaluate().of("R01")).isEmpty();
      assertThat(tenant.evaluate().headline()).isEqualTo("0");
    }

    @Test
    void aNightlyJumpUntilItIsConfirmed() {
      var evaluated =
          holding(E3, 40, 10).earlierUnits(Duration.ofHours(5), Map.of(E3, 20)).evaluate();
      assertThat(evaluated.of("R01")).isEmpty();
      assertThat(evaluated.headline()).isEqualTo("0");
      assertThat(evaluated.rule("R01").reason()).isEqualTo("not-enough-history(SPE_E3)");
    }
  }

  @Nested
  class Boundary {
    @Test
    void theBufferIsTwoUnitsAtLeast() {
      assertThat(holding(E3, 12, 10).evaluate().of("R01")).isEmpty();
      assertThat(holding(E3, 13, 10).evaluate().only("R01").gross()).isEqualTo("39");
    }

    @Test
    void theBufferIsThreePercentOfManyUnits() {
      assertThat(holding(E5, 200, 194).evaluate().of("R01")).isEmpty();
      assertThat(holding(E5, 200, 193).evaluate().only("R01").gross()).isEqualTo("60");
    }

    @Test
    void aChangeOfTwentyPercentIsBelieved() {
      var tenant = holding(E3, 24, 10).earlierUnits(Duration.ofHours(5), Map.of(E3, 20));
      assertThat(tenant.evaluate().of("R01")).hasSize(1);
    }
  }

  @Nested
  class State {
    @Test
    void partialWithoutRenewalDates() {
      var tenant =
          holding(E3, 20, 10)
              .collection(CollectionName.SUBSCRIPTIONS, CollectionState.NOT_PERMITTED, 0);
      var rule = tenant.evaluate().rule("R01");
      assertThat(rule.state()).isEqualTo(RuleState.PARTIAL);
      assertThat(rule.reason()).isEqualTo("permission-not-granted(Directory.Read.All)");
    }

    @Test
    void notEvaluatedWithoutProducts() {
      var tenant =
          SampleTenant.of()
              .collection(CollectionName.SUBSCRIBED_SKUS, CollectionState.NOT_PERMITTED, 0);
      assertThat(tenant.evaluate().rule("R01").state()).isEqualTo(RuleState.NOT_EVALUATED);
    }
  }
}
