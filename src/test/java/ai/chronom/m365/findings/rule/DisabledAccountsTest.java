package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static ai.chronom.m365.findings.SampleSkus.PHONE_RESOURCE;
import static ai.chronom.m365.findings.SampleSkus.ROOMS_PRO;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Members;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DisabledAccountsTest {
  private static SampleUser leaver(String name) {
    return SampleUser.named(name).idle(150).disabled();
  }

  @Nested
  class Finds {
    @Test
    void everyPaidSeat() {
      var seen = SampleTenant.of(leaver("ann").with(E5, COPILOT, VISIO)).evaluate().only("R03");
      assertThat(seen.skus()).containsExactlyInAnyOrder(E5, COPILOT, VISIO);
      assertThat(seen.gross()).isEqualTo("105");
    }

    @Test
    void surelyWithoutMailbox() {
      var seen = SampleTenant.of(leaver("bob").with(ENTRA_P2)).evaluate().only("R03");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void lessSurelyWithMailboxNobodyKnows() {
      var evaluated = SampleTenant.of(leaver("ann").with(E3)).evaluate();
      assertThat(evaluated.only("R03").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.headline()).isEqualTo("0");
      assertThat(evaluated.only("R03").remedy()).contains("convert it to a shared mailbox first");
    }

    @Test
    void surelyWhereTheMailboxPlanIsSwitchedOff() {
      var user = leaver("ann").without(E3, "EXCHANGE_S_ENTERPRISE");
      assertThat(SampleTenant.of(user).evaluate().only("R03").confidence())
          .isEqualTo(Confidence.HIGH);
    }

    @Test
    void saysWhereASynchronizedAccountIsChanged() {
      var seen = SampleTenant.of(leaver("ann").synced().with(E3)).evaluate().only("R03");
      assertThat(seen.remedy()).contains("on-premises Active Directory");
    }

    @Test
    void namesTheGroupThatAssigns() {
      var seen = SampleTenant.of(leaver("ann").byGroup(E3)).evaluate().only("R03");
      assertThat(seen.remedy()).contains("“All staff”").contains("out of the group");
    }

    @Test
    void onlyToReviewWhenItLooksLikeEmergencyAccess() {
      var user = SampleUser.named("breakglass-1").never().disabled().with(ENTRA_P2);
      assertThat(SampleTenant.of(user).evaluate().only("R03").confidence())
          .isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void enabledAccounts() {
      assertThat(SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().findings()).isEmpty();
    }

    @Test
    void freeLicenses() {
      assertThat(SampleTenant.of(leaver("ann").with(FLOW_FREE)).evaluate().findings()).isEmpty();
    }

    @Test
    void aMailboxThatColleaguesReadWithoutAnOwner() {
      var shared = SampleUser.named("invoices").never().mailUsed(3).nameless().disabled().with(E3);
      assertThat(SampleTenant.of(shared).evaluate().of("R03")).isEmpty();
    }

    @Test
    void aMailboxInUseLongAfterTheBlock() {
      var shared = leaver("info").disabledSeen(60).mailUsed(3).with(E3);
      assertThat(SampleTenant.of(shared).evaluate().of("R03")).isEmpty();
    }

    @Test
    void roomsAndPhones() {
      var room = leaver("room").with(ROOMS_PRO, E3);
      var phone = leaver("phone").with(PHONE_RESOURCE, E3);
      assertThat(SampleTenant.of(room, phone).evaluate().of("R03")).isEmpty();
    }

    @Test
    void peopleOnLeaveAndProtectedAccounts() {
      var parent = leaver("ann").employeeType("Parental leave").with(E3);
      var boss = leaver("boss").with(E3);
      var tenant =
          SampleTenant.of(parent, boss)
              .lists(TenantLists.NONE.with(PeopleList.PROTECTED, Members.accounts(boss.id())));
      assertThat(tenant.evaluate().findings()).isEmpty();
    }

    @Test
    void accountsPreparedForTomorrow() {
      var joiner = SampleUser.named("new").never().created(40).hired(-1).disabled().with(E3);
      assertThat(SampleTenant.of(joiner).evaluate().of("R03")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void disabledForSevenDays() {
      assertThat(SampleTenant.of(leaver("ann").disabledSeen(7).with(E3)).evaluate().of("R03"))
          .isEmpty();
      assertThat(SampleTenant.of(leaver("ann").disabledSeen(8).with(E3)).evaluate().of("R03"))
          .hasSize(1);
    }

    @Test
    void whoSignedInFourDaysAgoWasNotDisabledThen() {
      var user = SampleUser.named("ann").idle(4).disabled().with(E3);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }
  }

  @Nested
  class WithTheMailboxReport {
    @Test
    void aPersonsSmallMailboxIsSure() {
      var user = leaver("ann").seen(box -> box.mailbox(20, false, null)).with(E3);
      var evaluated = SampleTenant.of(user).evaluate();
      assertThat(evaluated.only("R03").confidence()).isEqualTo(Confidence.HIGH);
      assertThat(evaluated.rule("R03").state()).isEqualTo(RuleState.EVALUATED);
    }

    @Test
    void aHoldKeepsPlanTwo() {
      var user = leaver("ann").seen(box -> box.mailbox(20, false, 100, null)).with(E3);
      var seen = SampleTenant.of(user).evaluate().only("R03");
      assertThat(seen.gross()).as("39 less 8").isEqualTo("31");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.remedy()).contains("Keep Exchange Online (Plan 2)");
    }

    @Test
    void aCaseKeepsPlanTwoToo() {
      var user = leaver("ann").seen(box -> box.mailbox(20, false, null).custody("active")).with(E3);
      assertThat(SampleTenant.of(user).evaluate().only("R03").gross()).isEqualTo("31");
    }

    @Test
    void anUnknownKindStaysUnsure() {
      var user =
          SampleUser.named("x1")
              .never()
              .nameless()
              .disabled()
              .seen(box -> box.mailbox(20, false, null))
              .with(E3);
      var evaluated = SampleTenant.of(user).evaluate();
      assertThat(evaluated.only("R03").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.rule("R03").reason())
          .isEqualTo("optional-permission(MailboxSettings.Read)");
    }

    @Test
    void theAuditLogDatesTheBlock() {
      var user = leaver("ann").seen(log -> log.disabledAt(3)).with(E3);
      assertThat(SampleTenant.of(user).evaluate().of("R03")).isEmpty();
    }
  }

  @Nested
  class State {
    @Test
    void partialWhenACandidateHasAMailbox() {
      var rule = SampleTenant.of(leaver("ann").with(E3)).evaluate().rule("R03");
      assertThat(rule.state()).isEqualTo(RuleState.PARTIAL);
      assertThat(rule.reason()).isEqualTo("permission-not-granted(Reports.Read.All)");
    }

    @Test
    void evaluatedWhenNoneHas() {
      var rule = SampleTenant.of(leaver("ann").with(ENTRA_P2)).evaluate().rule("R03");
      assertThat(rule.state()).isEqualTo(RuleState.EVALUATED);
      assertThat(rule.reason()).isNull();
    }
  }
}
