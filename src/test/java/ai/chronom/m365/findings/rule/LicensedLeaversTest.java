package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.scan.CollectionName.LEAVE_DATES;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Evaluated;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicensedLeaversTest {
  private static final LocalDate TODAY = LocalDate.ofInstant(SampleUser.NOW, ZoneOffset.UTC);

  private static Evaluated evaluate(SampleUser... users) {
    return SampleTenant.of(users).granted(LEAVE_DATES).evaluate();
  }

  @Nested
  class Finds {
    @Test
    void somebodyWhoLeftAndMayStillSignIn() {
      var evaluated = evaluate(SampleUser.named("ann").seen(hr -> hr.left(12)).with(E3));
      var seen = evaluated.only("R29");
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.skus()).containsExactly(E3);
      assertThat(seen.remedy()).startsWith("Block sign-in of the account.");
      assertThat(evaluated.rule("R29").state()).isNotEqualTo(RuleState.NOT_EVALUATED);
    }

    @Test
    void itClaimsBeforeTheRuleOnDisabledAccounts() {
      var evaluated =
          evaluate(SampleUser.named("ann").idle(60).disabled().seen(hr -> hr.left(60)).with(E3));
      assertThat(evaluated.only("R03").countedIn()).isEqualTo(Set.of("R29"));
      assertThat(evaluated.only("R29").net()).isEqualTo(evaluated.only("R29").gross());
    }

    @Test
    void somebodyWhoLeavesWithinAMonthAsAdvice() {
      var evaluated = evaluate(SampleUser.named("ann").seen(hr -> hr.left(-20)).with(E3));
      assertThat(evaluated.only("R29").remedy()).contains("Plan the release");
      assertThat(evaluated.headline()).isEqualTo("0");
    }
  }

  /** Where the directory tells no dates, and the HR system's list does. */
  @Nested
  class ByTheImportedList {
    private Evaluated listed(LocalDate lastDay, SampleUser... users) {
      return SampleTenant.of(users)
          .lists(TenantLists.NONE.with(Map.of("ann@contoso.com", lastDay)))
          .evaluate();
    }

    @Test
    void findsWhoLeft() {
      var evaluated = listed(TODAY.minusDays(1), SampleUser.named("ann").with(E3));
      assertThat(evaluated.only("R29").confidence()).isEqualTo(Confidence.HIGH);
      assertThat(evaluated.rule("R29").state()).isNotEqualTo(RuleState.NOT_EVALUATED);
    }

    @Test
    void advisesOnWhoWillLeaveAndTheLastDayStillCounts() {
      var evaluated = listed(TODAY, SampleUser.named("ann").with(E3));
      assertThat(evaluated.only("R29").remedy()).contains("Plan the release");
      assertThat(evaluated.headline()).isEqualTo("0");
    }

    @Test
    void leavesOthersAlone() {
      assertThat(listed(TODAY.minusDays(1), SampleUser.named("bob").with(E3)).of("R29")).isEmpty();
      var back = SampleUser.named("ann").hired(5).with(E3);
      assertThat(listed(TODAY.minusDays(200), back).of("R29")).isEmpty();
    }

    @Test
    void goesBeforeTheDirectory() {
      var stays = SampleUser.named("ann").seen(hr -> hr.left(12)).with(E3);
      var tenant =
          SampleTenant.of(stays)
              .granted(LEAVE_DATES)
              .lists(TenantLists.NONE.with(Map.of("ann@contoso.com", TODAY.plusDays(90))));
      assertThat(tenant.evaluate().of("R29")).isEmpty();
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void everybodyWithoutThePermissionAndSaysWhichOne() {
      var evaluated =
          SampleTenant.of(SampleUser.named("ann").seen(hr -> hr.left(12)).with(E3)).evaluate();
      assertThat(evaluated.of("R29")).isEmpty();
      assertThat(evaluated.rule("R29").state()).isEqualTo(RuleState.NOT_EVALUATED);
      assertThat(evaluated.rule("R29").reason())
          .isEqualTo("optional-permission(User-LifeCycleInfo.Read.All)");
    }

    @Test
    void somebodyWhoCameBack() {
      var ann = SampleUser.named("ann").hired(5).seen(hr -> hr.left(200)).with(E3);
      assertThat(evaluate(ann).of("R29")).isEmpty();
    }

    @Test
    void whatBecameASharedMailbox() {
      var box =
          SampleUser.named("sales")
              .disabled()
              .seen(hr -> hr.left(200).mailbox(3, false, "SharedMailbox"))
              .with(E3);
      var evaluated = evaluate(box);
      assertThat(evaluated.of("R29")).isEmpty();
      assertThat(evaluated.of("R06")).hasSize(1);
    }

    @Test
    void theMailboxPlanThatAHoldNeeds() {
      var kept =
          SampleUser.named("ann")
              .disabled()
              .seen(hr -> hr.left(30).mailbox(3, true, "UserMailbox"))
              .with(E3);
      assertThat(evaluate(kept).only("R29").remedy()).contains("Keep Exchange Online");
    }
  }

  @Nested
  class Boundary {
    @Test
    void thirtyDaysAheadIsNotSoonYet() {
      assertThat(evaluate(SampleUser.named("ann").seen(hr -> hr.left(-29)).with(E3)).of("R29"))
          .hasSize(1);
      assertThat(evaluate(SampleUser.named("ann").seen(hr -> hr.left(-30)).with(E3)).of("R29"))
          .isEmpty();
    }
  }
}
