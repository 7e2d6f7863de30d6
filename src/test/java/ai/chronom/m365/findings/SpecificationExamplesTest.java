package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.DEFENDER_OFFICE;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static ai.chronom.m365.findings.SampleSkus.F3;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static ai.chronom.m365.findings.SampleSkus.STREAM;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static ai.chronom.m365.findings.SampleUser.ago;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import org.junit.jupiter.api.Test;

/** The traps of the trade, as far as the rules that exist reach. */
class SpecificationExamplesTest {
  /** 60 + 30 + 15, once; what other rules see of the same seats stays visible and adds nothing. */
  @Test
  void annsSeatsCountOnce() {
    var ann =
        SampleUser.named("ann")
            .idle(150)
            .disabled()
            .seen(use -> use.copilot(null, 0L).mailbox(9, false, null))
            .with(E5, COPILOT, VISIO);
    var tenant = SampleTenant.of(ann).units(E5, 3).units(COPILOT, 3).units(VISIO, 3);
    var evaluated = tenant.evaluate();
    assertThat(evaluated.only("R03").net()).isEqualTo("105");
    assertThat(evaluated.only("R15").gross()).isEqualTo("30");
    assertThat(evaluated.only("R15").net()).isEqualTo("0");
    assertThat(evaluated.only("R15").countedIn()).containsExactly("R03");
    assertThat(evaluated.only("R16").net()).isEqualTo("0");
    assertThat(evaluated.headline()).isEqualTo("105");
    var left = tenant.dismissed("R03", ann.id()).evaluate();
    assertThat(left.only("R15").net()).as("the next rule claims it").isEqualTo("30");
    assertThat(left.headline()).isEqualTo("30");
  }

  @Test
  void aSharedMailboxOfFortyEightGigabytesNeedsNoLicense() {
    var shared =
        SampleUser.named("info")
            .never()
            .disabled()
            .seen(box -> box.mailbox(48, false, "SharedMailbox"))
            .with(E3);
    assertThat(SampleTenant.of(shared).evaluate().only("R06").gross()).isEqualTo("39");
    assertThat(SampleTenant.of(shared).evaluate().of("R03")).isEmpty();
  }

  @Test
  void aSharedMailboxIsNoLeaver() {
    var shared = SampleUser.named("info").never().mailUsed(2).nameless().disabled().with(E3);
    assertThat(SampleTenant.of(shared).evaluate().of("R03")).isEmpty();
  }

  @Test
  void parentalLeaveIsNotWaste() {
    var parent = SampleUser.named("ann").idle(200).employeeType("Parental leave").with(E3);
    assertThat(SampleTenant.of(parent).evaluate().findings()).isEmpty();
  }

  @Test
  void aRobotIsNotIdle() {
    var robot =
        SampleUser.named("scanner").reportedWithoutUse().signIns(ago(0), ago(400), ago(0)).with(E3);
    assertThat(SampleTenant.of(robot).evaluate().findings()).isEmpty();
  }

  @Test
  void whoIsHiredTomorrowHasNotSignedInYet() {
    var joiner = SampleUser.named("new").never().created(45).hired(-1).with(E3);
    assertThat(SampleTenant.of(joiner).evaluate().findings()).isEmpty();
  }

  @Test
  void aFailedSignInYesterdayLeavesUsUnsure() {
    var user = SampleUser.named("ann").reportedWithoutUse().signIns(null, ago(1), null).with(E3);
    assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
  }

  @Test
  void concealedNamesLeaveSignInsAlone() {
    var user = SampleUser.named("ann").idle(200).unreported().with(E3);
    var evaluated =
        SampleTenant.of(user)
            .collection(CollectionName.REPORT_ACTIVE_USERS, CollectionState.NAMES_CONCEALED, 0)
            .evaluate();
    assertThat(evaluated.rule("R01").state()).isEqualTo(RuleState.EVALUATED);
    assertThat(evaluated.rule("R04").state()).isEqualTo(RuleState.PARTIAL);
    assertThat(evaluated.rule("R05").reason()).isEqualTo("names-concealed(report-active-users)");
    assertThat(evaluated.only("R04").confidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void oneLicenseByTwoWaysCostsOnce() {
    var user = SampleUser.named("ann").with(E5).byGroup(E5);
    assertThat(SampleTenant.of(user).evaluate().only("R21").gross()).isEqualTo("0");
  }

  @Test
  void anIdleUserWithTwoSuitesCountsOnce() {
    var active = SampleTenant.of(SampleUser.named("ann").with(E5, E3)).evaluate();
    assertThat(active.only("R08").net()).isEqualTo("39");
    var idle = SampleTenant.of(SampleUser.named("ann").idle(91).with(E5, E3)).evaluate();
    assertThat(idle.only("R04").net()).isEqualTo("99");
    assertThat(idle.only("R08").net()).isEqualTo("0");
  }

  @Test
  void aSplitOnPurposeIsNoOverlap() {
    var user = SampleUser.named("ann").without(E5, "EXCHANGE_S_ENTERPRISE").with(EXCHANGE_2);
    assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
  }

  @Test
  void theTenantsOwnCompositionDecides() {
    var user = SampleUser.named("ann").with(E3, DEFENDER_OFFICE);
    assertThat(SampleTenant.of(user).evaluate().of("R09")).isEmpty();
  }

  @Test
  void theFirstLineWorkersSuiteHasItsOwnPrice() {
    var user = SampleUser.named("ann").never().with(F3);
    assertThat(SampleTenant.of(user).evaluate().only("R05").gross()).isEqualTo("10");
  }

  @Test
  void thousandsOfFreeUnitsAreNoMoney() {
    var evaluated =
        SampleTenant.of()
            .product(SampleTenant.sku(FLOW_FREE, 10_000, 3))
            .product(SampleTenant.sku(STREAM, 1_000_000, 0))
            .evaluate();
    assertThat(evaluated.findings()).isEmpty();
    assertThat(evaluated.line(FLOW_FREE).skuClass()).isEqualTo(SkuClass.FREE);
  }
}
