package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.BUSINESS_PREMIUM;
import static ai.chronom.m365.findings.SampleSkus.BUSINESS_STANDARD;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Thresholds;
import ai.chronom.m365.scan.Platform;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BusinessCapTest {
  private static SampleTenant company(int people) {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < people; i++) {
      tenant.and(
          SampleUser.named("u" + i)
              .seen(use -> use.apps(2, Platform.WINDOWS).mailbox(3, false, null))
              .with(OFFICE_E3));
    }
    return tenant;
  }

  @Nested
  class Finds {
    @Test
    void whoCouldMove() {
      var seen = company(1).evaluate().only("R12");
      assertThat(seen.gross()).as("26 less 22").isEqualTo("4");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aPlanAboveItsLimit() {
      var seen =
          SampleTenant.of()
              .product(SampleTenant.sku(BUSINESS_PREMIUM, 301, 301))
              .evaluate()
              .only("R12");
      assertThat(seen.remedy()).contains("at most 300");
      assertThat(seen.gross()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void largeMailboxesAndSharedComputers() {
      var full = SampleUser.named("ann").seen(use -> use.mailbox(60, false, null)).with(OFFICE_E3);
      var shared =
          SampleUser.named("bob")
              .seen(use -> use.mailbox(3, false, null).onSharedComputer())
              .with(OFFICE_E3);
      assertThat(SampleTenant.of(full, shared).evaluate().of("R12")).isEmpty();
    }
  }

  @Nested
  class Growth {
    @Test
    void ofMoreThanFivePercentAMonthLeavesNoRoom() {
      assertThat(company(20).remembers(30, OFFICE_E3, 19, "2027-01-01").evaluate().of("R12"))
          .as("one more for nineteen")
          .isEmpty();
      assertThat(company(20).remembers(30, OFFICE_E3, 20, "2027-01-01").evaluate().of("R12"))
          .hasSize(20);
    }
  }

  @Nested
  class Boundary {
    @Test
    void maySpanAllBusinessPlans() {
      var both =
          SampleTenant.of()
              .product(SampleTenant.sku(BUSINESS_PREMIUM, 200, 200))
              .product(SampleTenant.sku(BUSINESS_STANDARD, 101, 101));
      assertThat(both.evaluate().of("R12")).as("each has room").isEmpty();
      var together =
          both.thresholds(Thresholds.DEFAULTS.with(Threshold.BUSINESS_LIMIT_TOGETHER, 1));
      assertThat(together.evaluate().only("R12").remedy()).contains("at most 300");
    }

    @Test
    void threeHundredPeople() {
      assertThat(company(300).evaluate().of("R12")).hasSize(300);
      assertThat(company(301).evaluate().of("R12")).isEmpty();
    }

    @Test
    void aWarningFrom285() {
      var below = SampleTenant.of().product(SampleTenant.sku(BUSINESS_PREMIUM, 284, 284));
      assertThat(below.evaluate().of("R12")).isEmpty();
      var near = SampleTenant.of().product(SampleTenant.sku(BUSINESS_PREMIUM, 285, 285));
      assertThat(near.evaluate().of("R12")).hasSize(1);
    }
  }
}
