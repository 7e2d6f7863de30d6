package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.DEFENDER_IDENTITY;
import static ai.chronom.m365.findings.SampleSkus.DEFENDER_OFFICE;
import static ai.chronom.m365.findings.SampleSkus.E5_COMPLIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.Inventory;
import ai.chronom.m365.scan.SecureScore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedSecurityFeaturesTest {
  /** Synchronized accounts, a Windows device, labels and cases: everything in use. */
  private static SampleTenant tenant(SkuId addOn) {
    return SampleTenant.of(
            SampleUser.named("ann").synced().seen(by -> by.device("Windows", 3)).with(addOn))
        .units(addOn, 20);
  }

  private static SampleTenant without(SkuId addOn, CollectionName collection) {
    return tenant(addOn).collection(collection, CollectionState.COMPLETE, 0);
  }

  private static Inventory services(String... names) {
    return new Inventory() {
      @Override
      public Optional<SecureScore> secureScore() {
        return Optional.of(
            new SecureScore(SampleUser.NOW, 1.0, 2.0, 1, 1, List.of(names), List.of()));
      }
    };
  }

  @Nested
  class Finds {
    @Test
    void complianceWithoutLabels() {
      var seen = without(E5_COMPLIANCE, CollectionName.SENSITIVITY_LABELS).evaluate().only("R20");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(seen.net()).as("only its owner knows").isEqualTo("0");
    }

    @Test
    void complianceWithoutCases() {
      assertThat(without(E5_COMPLIANCE, CollectionName.EDISCOVERY_CASES).evaluate().of("R20"))
          .hasSize(1);
    }

    @Test
    void defenderForIdentityWithoutADomain() {
      var cloudOnly = SampleTenant.of(SampleUser.named("ann").with(DEFENDER_IDENTITY));
      assertThat(cloudOnly.evaluate().of("R20")).hasSize(1);
    }

    @Test
    void defenderForOfficeWithoutExchange() {
      var tenant = tenant(DEFENDER_OFFICE).inventory(services("HasSharePoint"));
      assertThat(tenant.evaluate().of("R20")).hasSize(1);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatIsInUse() {
      assertThat(tenant(E5_COMPLIANCE).evaluate().of("R20")).isEmpty();
      assertThat(tenant(DEFENDER_IDENTITY).evaluate().of("R20")).isEmpty();
      var mail = tenant(DEFENDER_OFFICE).inventory(services("HasExchange"));
      assertThat(mail.evaluate().of("R20")).isEmpty();
    }

    @Test
    void whatCouldNotBeRead() {
      var unread =
          tenant(E5_COMPLIANCE)
              .collection(CollectionName.SENSITIVITY_LABELS, CollectionState.NOT_PERMITTED, 0)
              .collection(CollectionName.EDISCOVERY_CASES, CollectionState.NOT_PERMITTED, 0);
      assertThat(unread.evaluate().of("R20")).isEmpty();
      assertThat(unread.evaluate().rule("R20").reason())
          .contains("permission-not-granted(eDiscovery.Read.All)");
    }

    @Test
    void aScoreWithoutServices() {
      assertThat(tenant(DEFENDER_OFFICE).inventory(services()).evaluate().of("R20")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void oneLabelIsUse() {
      var tenant =
          tenant(E5_COMPLIANCE)
              .collection(CollectionName.SENSITIVITY_LABELS, CollectionState.COMPLETE, 1);
      assertThat(tenant.evaluate().of("R20")).isEmpty();
    }
  }

  @Test
  void isPartialWhereSuchAProductIsHeld() {
    assertThat(tenant(E5_COMPLIANCE).evaluate().rule("R20").state()).isEqualTo(RuleState.PARTIAL);
    assertThat(SampleTenant.of().evaluate().rule("R20").state()).isEqualTo(RuleState.EVALUATED);
  }
}
