package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Thresholds;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.Inventory;
import ai.chronom.m365.scan.PremiumInsight;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntraPremiumUseTest {
  private static Inventory counts(Long p1, Long p2, Long usedP1, Long usedP2) {
    return new Inventory() {
      @Override
      public Optional<PremiumInsight> premiumInsight() {
        return Optional.of(new PremiumInsight(p1, p2, usedP1, usedP2));
      }
    };
  }

  private static SampleTenant tenant(Long p1, Long p2, Long usedP1, Long usedP2) {
    return SampleTenant.of()
        .units(ENTRA_P2, 20)
        .inventory(counts(p1, p2, usedP1, usedP2))
        .thresholds(Thresholds.DEFAULTS.with(Threshold.PREVIEW_DATA, 1));
  }

  @Nested
  class Finds {
    @Test
    void unitsBoughtAloneThatNobodyNeeds() {
      var evaluated = tenant(0L, 20L, 9L, 8L).evaluate();
      assertThat(evaluated.only("R19").skus()).containsExactly(ENTRA_P2);
      assertThat(evaluated.only("R19").gross()).as("20 less 8 less 2, at 10 each").isEqualTo("100");
      assertThat(evaluated.only("R19").net()).isEqualTo("0");
      assertThat(evaluated.only("R19").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.evidence("R19"))
          .containsEntry("Entitled to P2", "20")
          .containsEntry("People under risk-based access", "8");
    }

    @Test
    void noMoreThanWereBoughtAlone() {
      assertThat(tenant(0L, 500L, 9L, 8L).evaluate().only("R19").gross()).isEqualTo("200");
    }

    @Test
    void fewerUnitsThanTheTermsAskFor() {
      var seen = tenant(100L, 20L, 90L, 21L).evaluate().only("R19");
      assertThat(seen.subject()).isEqualTo("Entra ID P2");
      assertThat(seen.remedy()).contains("21 people", "licenses for 20");
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(tenant(100L, 20L, 121L, 20L).evaluate().only("R19").subject())
          .isEqualTo("Entra ID P1");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void unitsThatCameWithASuite() {
      var tenant =
          SampleTenant.of()
              .units(E5, 20)
              .inventory(counts(0L, 20L, 9L, 0L))
              .thresholds(Thresholds.DEFAULTS.with(Threshold.PREVIEW_DATA, 1));
      assertThat(tenant.evaluate().of("R19")).isEmpty();
    }

    @Test
    void countsThatMicrosoftDoesNotSay() {
      assertThat(tenant(null, null, null, null).evaluate().of("R19")).isEmpty();
      assertThat(tenant(null, 20L, 500L, null).evaluate().of("R19")).isEmpty();
    }

    @Test
    void everythingWhilePreviewDataIsNotToBeUsed() {
      var tenant = tenant(0L, 20L, 9L, 0L).thresholds(Thresholds.DEFAULTS);
      assertThat(tenant.evaluate().of("R19")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void theSpareBuffer() {
      assertThat(tenant(0L, 20L, 9L, 18L).evaluate().of("R19")).isEmpty();
      assertThat(tenant(0L, 20L, 9L, 17L).evaluate().only("R19").gross()).isEqualTo("10");
    }

    @Test
    void asManyAsAreUsed() {
      assertThat(tenant(0L, 20L, 20L, 20L).evaluate().of("R19")).isEmpty();
    }
  }

  @Nested
  class State {
    @Test
    void notEvaluatedWhilePreviewDataIsNotToBeUsed() {
      var rule = tenant(0L, 20L, 9L, 0L).thresholds(Thresholds.DEFAULTS).evaluate().rule("R19");
      assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
      assertThat(rule.reason()).isEqualTo("preview-off(premium-insight)");
    }

    @Test
    void notEvaluatedWithoutPremiumLicenses() {
      var rule =
          tenant(0L, 20L, 9L, 0L)
              .collection(CollectionName.PREMIUM_INSIGHT, CollectionState.LICENSE_MISSING, 0)
              .evaluate()
              .rule("R19");
      assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
      assertThat(rule.reason()).isEqualTo("no-premium-license(premium-insight)");
    }

    @Test
    void partialWhileNobodyKnowsWhomPoliciesCover() {
      var rule = tenant(0L, 20L, 9L, 0L).evaluate().rule("R19");
      assertThat(rule.state()).isEqualTo(RuleState.PARTIAL);
      assertThat(rule.reason()).isEqualTo("optional-permission(Policy.Read.All)");
    }
  }
}
