package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.PHONE_RESOURCE;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Evaluated.Seen;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NeverSignedInTest {
  private static SampleUser unused(String name) {
    return SampleUser.named(name).never();
  }

  private static SampleTenant madeTogether(int accounts, int daysAgo) {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < accounts; i++) {
      tenant.and(unused("user" + i).created(daysAgo).assigned(daysAgo).with(E3));
    }
    return tenant;
  }

  @Nested
  class Finds {
    @Test
    void everySeatOfAnAccountNobodyUsed() {
      var seen = SampleTenant.of(unused("ann").with(E5)).evaluate().only("R05");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("60");
    }

    @Test
    void onlyToReviewWithoutSignIns() {
      var tenant = SampleTenant.of(unused("ann").signInsUnread().with(E5)).signInsUnknown();
      assertThat(tenant.evaluate().only("R05").confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void onlyToReviewWhenItLooksLikeEmergencyAccess() {
      var seen = SampleTenant.of(unused("breakglass").with(ENTRA_P2)).evaluate().only("R05");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void aRolloutAsOneFindingToReview() {
      var seen = madeTogether(10, 45).evaluate().only("R05");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(seen.gross()).isEqualTo("390");
      assertThat(seen.subject()).isEqualTo("Accounts made on 2026-10-09");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void accountsWithAnyTraceOfUse() {
      var attempted = unused("ann").signIns(null, NOW.minus(Duration.ofDays(700)), null).with(E3);
      var reported = unused("bob").mailUsed(100).with(E3);
      assertThat(SampleTenant.of(attempted, reported).evaluate().of("R05")).isEmpty();
    }

    @Test
    void everybodyWhenSignInsCouldNotBeReadAndNoReportIsThere() {
      var tenant =
          SampleTenant.of(unused("ann").signInsUnread().with(E3))
              .signInsUnknown()
              .collection(CollectionName.REPORT_ACTIVE_USERS, CollectionState.FAILED, 0);
      assertThat(tenant.evaluate().of("R05")).isEmpty();
      assertThat(tenant.evaluate().rule("R05").state()).isEqualTo(RuleState.NOT_EVALUATED);
    }

    @Test
    void whoStartsTomorrow() {
      var joiner = unused("new").created(60).hired(-1).with(E3);
      assertThat(SampleTenant.of(joiner).evaluate().findings()).isEmpty();
    }

    @Test
    void phonesAndDisabledAccounts() {
      var phone = unused("phone").with(PHONE_RESOURCE, E3);
      var leaver = unused("gone").disabled().with(E3);
      assertThat(SampleTenant.of(phone, leaver).evaluate().of("R05")).isEmpty();
    }

    @Test
    void freshLicenses() {
      assertThat(SampleTenant.of(unused("ann").assigned(20).with(E3)).evaluate().findings())
          .isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void thirtyDays() {
      assertThat(SampleTenant.of(unused("ann").created(30).with(E3)).evaluate().of("R05"))
          .isEmpty();
      assertThat(SampleTenant.of(unused("ann").created(31).with(E3)).evaluate().of("R05"))
          .hasSize(1);
    }

    @Test
    void nineAccountsAreNoRollout() {
      List<Seen> found = madeTogether(9, 45).evaluate().of("R05");
      assertThat(found).hasSize(9).allMatch(seen -> seen.confidence() == Confidence.HIGH);
    }

    @Test
    void aRolloutWaitsSixtyDays() {
      assertThat(madeTogether(10, 60).evaluate().of("R05")).hasSize(1);
      assertThat(madeTogether(10, 61).evaluate().of("R05")).hasSize(10);
    }
  }

  @Nested
  class State {
    @Test
    void partialWithOneSource() {
      var tenant = SampleTenant.of(unused("ann").signInsUnread().with(E3)).signInsUnknown();
      assertThat(tenant.evaluate().rule("R05").reason())
          .isEqualTo("permission-not-granted(AuditLog.Read.All)");
    }

    @Test
    void evaluatedWithBoth() {
      assertThat(SampleTenant.of(unused("ann").with(E3)).evaluate().rule("R05").state())
          .isEqualTo(RuleState.EVALUATED);
    }
  }
}
