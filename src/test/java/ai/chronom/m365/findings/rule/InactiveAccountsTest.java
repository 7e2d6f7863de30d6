package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P1;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.F3;
import static ai.chronom.m365.findings.SampleSkus.POWER_APPS;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Members;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Thresholds;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InactiveAccountsTest {
  private static SampleUser idle(int days) {
    return SampleUser.named("ann").idle(days);
  }

  @Nested
  class Finds {
    @Test
    void everyPaidSeatOfSomebodyIdle() {
      var seen = SampleTenant.of(idle(120).with(E3)).evaluate().only("R04");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("39");
    }

    @Test
    void takesBothSuitesWhoseOverlapIsSureEvenWithoutItself() {
      var evaluated = SampleTenant.of(idle(130).with(E5, E3)).evaluate();
      assertThat(evaluated.only("R04").net()).isEqualTo("99");
      assertThat(evaluated.only("R08").gross()).isEqualTo("39");
      assertThat(evaluated.only("R08").net()).isEqualTo("0");
      assertThat(evaluated.only("R08").countedIn()).containsExactly("R04");
    }

    @Test
    void lessSurelyWhenTheReportDoesNotKnowTheAccount() {
      var seen = SampleTenant.of(idle(120).unreported().with(E3)).evaluate().only("R04");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void lessSurelyWithoutSignIns() {
      var tenant = SampleTenant.of(idle(120).signInsUnread().with(E3)).signInsUnknown();
      assertThat(tenant.evaluate().only("R04").confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aSignInBeforeSuccessWasRecorded() {
      var user = idle(120).signIns(null, SampleUser.NOW.minus(Duration.ofDays(1200)), null);
      assertThat(SampleTenant.of(user.with(E3)).evaluate().of("R04")).hasSize(1);
    }
  }

  /** Silence that is no waste yet: shown, and worth no money. */
  @Nested
  class Watches {
    @Test
    void everySeatOfSomebodyIdleForTwoMonths() {
      var evaluated = SampleTenant.of(idle(70).with(E3, VISIO)).evaluate();
      var seen = evaluated.only("R04");
      assertThat(seen.skus()).containsExactlyInAnyOrder(E3, VISIO);
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.remedy()).contains("After 90 days");
      assertThat(evaluated.headline()).isEqualTo("0");
      assertThat(evaluated.evidence("R04")).containsEntry("Not used for at least", "60 days");
    }

    @Test
    void whatStandsBesideTheSuiteAfterAMonth() {
      var seen = SampleTenant.of(idle(40).with(E3, VISIO)).evaluate().only("R04");
      assertThat(seen.skus()).containsExactly(VISIO);
      assertThat(seen.net()).isEqualTo("0");
    }

    @Test
    void lessSurelyWithOneSource() {
      var seen = SampleTenant.of(idle(70).unreported().with(E3)).evaluate().only("R04");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void neverASuiteAfterAMonth() {
      assertThat(SampleTenant.of(idle(40).with(E3)).evaluate().of("R04")).isEmpty();
      assertThat(SampleTenant.of(idle(40).with(VISIO)).evaluate().of("R04")).isEmpty();
    }

    @Test
    void shiftWorkersFromTwoMonthsOn() {
      assertThat(SampleTenant.of(idle(40).with(F3, VISIO)).evaluate().of("R04")).isEmpty();
      assertThat(SampleTenant.of(idle(70).with(F3, VISIO)).evaluate().of("R04")).hasSize(1);
    }

    @Test
    void nothingThatLeavesNoTrace() {
      assertThat(SampleTenant.of(idle(40).with(E3, ENTRA_P2)).evaluate().of("R04")).isEmpty();
    }

    @Test
    void leavesTheSeatToRulesThatClaimIt() {
      var evaluated = SampleTenant.of(idle(70).with(E5, E3)).evaluate();
      assertThat(evaluated.only("R08").net()).isEqualTo("39");
      assertThat(evaluated.only("R04").net()).isEqualTo("0");
    }

    @Test
    void noGroupAsWasteful() {
      var watched = grouped(70).evaluate();
      assertThat(watched.of("R04")).hasSize(6);
      assertThat(watched.of("R33")).isEmpty();
      assertThat(grouped(200).evaluate().of("R33")).hasSize(1);
    }

    private static SampleTenant grouped(int idleDays) {
      String group = "bbbbbbbb-0000-4000-8000-000000000001";
      SampleTenant tenant = SampleTenant.of().group(group, null, E3);
      for (int i = 0; i < 6; i++) {
        tenant.and(SampleUser.named("user" + i).idle(idleDays).byGroup(E3, group));
      }
      return tenant;
    }

    @Test
    void fromTheLinesOfTheTenantOn() {
      var tenant =
          SampleTenant.of(idle(50).with(E3, VISIO))
              .thresholds(
                  Thresholds.DEFAULTS
                      .with(Threshold.WATCH_DAYS, 45)
                      .with(Threshold.ADD_ON_WATCH_DAYS, 60));
      assertThat(tenant.evaluate().only("R04").skus()).containsExactlyInAnyOrder(E3, VISIO);
      var wide =
          SampleTenant.of(idle(95).with(E3))
              .thresholds(Thresholds.DEFAULTS.with(Threshold.WATCH_DAYS, 100));
      assertThat(wide.evaluate().only("R04").net()).isEqualTo("39");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void peopleAtWork() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().findings()).isEmpty();
    }

    @Test
    void peopleOnLeave() {
      var parent = idle(200).employeeType("Parental leave").with(E3);
      assertThat(SampleTenant.of(parent).evaluate().findings()).isEmpty();
    }

    @Test
    void listedPeople() {
      var user = idle(200).with(E3);
      var tenant =
          SampleTenant.of(user)
              .lists(TenantLists.NONE.with(PeopleList.ON_LEAVE, Members.accounts(user.id())));
      assertThat(tenant.evaluate().findings()).isEmpty();
    }

    @Test
    void serviceAccounts() {
      Instants at = new Instants();
      var robot = SampleUser.named("svc-scanner").reportedWithoutUse();
      var user = robot.signIns(at.days(0), at.days(400), at.days(0)).with(E3);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }

    @Test
    void accountsWithRecentFailedSignInsOnly() {
      var user = idle(200).reportedWithoutUse().signIns(null, new Instants().days(1), null);
      assertThat(SampleTenant.of(user.with(E3)).evaluate().findings()).isEmpty();
    }

    @Test
    void peopleWhoseReportShowsUse() {
      var user = idle(200).mailUsed(3).with(E3);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }

    @Test
    void newAssignments() {
      assertThat(SampleTenant.of(idle(200).assigned(10).with(E3)).evaluate().of("R04")).isEmpty();
    }

    @Test
    void entitlementsThatLeaveNoTrace() {
      assertThat(SampleTenant.of(idle(200).with(ENTRA_P1)).evaluate().of("R04")).isEmpty();
    }

    @Test
    void powerAppsWithoutSignIns() {
      var tenant = SampleTenant.of(idle(120).signInsUnread().with(POWER_APPS)).signInsUnknown();
      assertThat(tenant.evaluate().of("R04")).isEmpty();
      assertThat(SampleTenant.of(idle(120).with(POWER_APPS)).evaluate().of("R04")).hasSize(1);
    }

    @Test
    void guests() {
      assertThat(SampleTenant.of(idle(200).guest().with(E3)).evaluate().of("R04")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void ninetyDays() {
      // The report's day ends up to a day later than the sign-in of the same day.
      assertThat(SampleTenant.of(idle(90).unreported().with(E3)).evaluate().only("R04").net())
          .isEqualTo("0");
      assertThat(SampleTenant.of(idle(91).unreported().with(E3)).evaluate().only("R04").net())
          .isEqualTo("39");
    }

    @Test
    void sixtyDays() {
      assertThat(SampleTenant.of(idle(60).unreported().with(E3)).evaluate().of("R04")).isEmpty();
      assertThat(SampleTenant.of(idle(61).unreported().with(E3)).evaluate().of("R04")).hasSize(1);
    }

    @Test
    void thirtyDaysOfAnAddOn() {
      var user = idle(30).unreported().with(E3, VISIO);
      assertThat(SampleTenant.of(user).evaluate().of("R04")).isEmpty();
      var later = idle(31).unreported().with(E3, VISIO);
      assertThat(SampleTenant.of(later).evaluate().of("R04")).hasSize(1);
    }
  }

  @Nested
  class State {
    @Test
    void partialWithoutTheMailboxReport() {
      var rule = SampleTenant.of(idle(1).with(E3)).evaluate().rule("R04");
      assertThat(rule.state()).isEqualTo(RuleState.PARTIAL);
      assertThat(rule.reason()).isEqualTo("permission-not-granted(Reports.Read.All)");
    }

    @Test
    void evaluatedWithEverySource() {
      var user = idle(1).seen(box -> box.mailbox(3, false, null)).with(E3);
      assertThat(SampleTenant.of(user).evaluate().rule("R04").state())
          .isEqualTo(RuleState.EVALUATED);
    }

    @Test
    void aDeviceOrAnAppOfYesterdayIsActivity() {
      var phone = idle(200).seen(use -> use.device("iOS", 1)).with(E3);
      var apps = idle(200).seen(use -> use.apps(1, ai.chronom.m365.scan.Platform.WEB)).with(E3);
      var copilot = idle(200).seen(use -> use.copilot(1, 9L)).with(E3);
      for (var user : List.of(phone, apps, copilot)) {
        assertThat(SampleTenant.of(user).evaluate().of("R04")).isEmpty();
      }
    }

    @Test
    void notEvaluatedWithoutBothSources() {
      var tenant =
          SampleTenant.of(idle(200).with(E3))
              .signInsUnknown()
              .collection(CollectionName.REPORT_ACTIVE_USERS, CollectionState.NAMES_CONCEALED, 0);
      var evaluated = tenant.evaluate();
      assertThat(evaluated.rule("R04").state()).isEqualTo(RuleState.NOT_EVALUATED);
      assertThat(evaluated.rule("R04").reason())
          .isEqualTo(
              "permission-not-granted(AuditLog.Read.All); names-concealed(report-active-users)");
      assertThat(evaluated.of("R04")).isEmpty();
    }

    @Test
    void anOldReportIsNoSource() {
      var tenant =
          SampleTenant.of(idle(120).with(E3))
              .collection(
                  CollectionName.REPORT_ACTIVE_USERS,
                  CollectionState.COMPLETE,
                  1,
                  LocalDate.ofInstant(NOW.minus(Duration.ofDays(8)), java.time.ZoneOffset.UTC));
      assertThat(tenant.evaluate().rule("R04").reason())
          .contains("data-too-old(report-active-users)");
      assertThat(tenant.evaluate().only("R04").confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void anEmptyReportDoesNotMeanThatEverybodyIsIdle() {
      SampleTenant tenant = SampleTenant.of();
      for (int i = 0; i < 21; i++) {
        tenant.and(SampleUser.named("user" + i).signInsUnread().unreported().with(E3));
      }
      tenant
          .signInsUnknown()
          .collection(CollectionName.REPORT_ACTIVE_USERS, CollectionState.COMPLETE, 0);
      assertThat(tenant.evaluate().of("R04")).isEmpty();
      assertThat(tenant.evaluate().rule("R04").state()).isEqualTo(RuleState.NOT_EVALUATED);
    }
  }

  /** Days before the snapshot. */
  private static final class Instants {
    java.time.Instant days(int ago) {
      return NOW.minus(Duration.ofDays(ago));
    }
  }
}
