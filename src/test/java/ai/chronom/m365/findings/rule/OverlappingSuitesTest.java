package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.BUSINESS_PREMIUM;
import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.EMS;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static ai.chronom.m365.findings.SampleSkus.F3;
import static ai.chronom.m365.findings.SampleSkus.F5_SECURITY;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E1;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Members;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OverlappingSuitesTest {
  private static SampleUser ann() {
    return SampleUser.named("ann");
  }

  @Nested
  class Finds {
    @Test
    void theSmallerSuite() {
      var seen = SampleTenant.of(ann().with(E5, E3)).evaluate().only("R08");
      assertThat(seen.skus()).containsExactly(E3);
      assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(seen.net()).isEqualTo("39");
    }

    @Test
    void severalOneAfterTheOther() {
      var found = SampleTenant.of(ann().with(E5, E3, OFFICE_E1)).evaluate().of("R08");
      assertThat(found).extracting("gross").containsExactlyInAnyOrder("39", "10");
    }

    @Test
    void theDearerWayToTheSameServicesAndNeverBoth() {
      // E3 comes with Office 365 E3, EMS and the rest, and each of them comes with E3.
      var user = ann().without(E3, "WIN10_PRO_ENT_SUB").with(OFFICE_E3, EMS);
      var evaluated = SampleTenant.of(user).evaluate();
      assertThat(evaluated.only("R08").skus()).containsExactly(E3);
      assertThat(evaluated.of("R09")).isEmpty();
    }

    @Test
    void mostlySharedSuitesAsAdviceWithoutMoney() {
      var evaluated =
          SampleTenant.of(ann().without(BUSINESS_PREMIUM, "ATP_ENTERPRISE").with(E3)).evaluate();
      var seen = evaluated.only("R08");
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.headline()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void aSingleSuite() {
      assertThat(SampleTenant.of(ann().with(E5)).evaluate().findings()).isEmpty();
    }

    @Test
    void aDeliberateSplit() {
      var user = ann().without(E5, "EXCHANGE_S_ENTERPRISE").with(EXCHANGE_2);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }

    @Test
    void aSuiteThatAnAddOnStillNeeds() {
      var user = ann().with(F3, E3, F5_SECURITY);
      assertThat(SampleTenant.of(user).evaluate().of("R08")).isEmpty();
    }

    @Test
    void assignmentsThatFailed() {
      var user = ann().with(E3).failing(E5);
      assertThat(SampleTenant.of(user).evaluate().of("R08")).isEmpty();
    }

    @Test
    void protectedAccounts() {
      var user = ann().with(E5, E3);
      var tenant =
          SampleTenant.of(user)
              .lists(TenantLists.NONE.with(PeopleList.PROTECTED, Members.accounts(user.id())));
      assertThat(tenant.evaluate().findings()).isEmpty();
    }

    @Test
    void suitesWithEverythingSwitchedOff() {
      var user =
          ann().without(OFFICE_E1, "EXCHANGE_S_STANDARD", "SHAREPOINTSTANDARD", "TEAMS1").with(E3);
      assertThat(SampleTenant.of(user).evaluate().findings()).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void onePlanMoreAndNothingIsSuperfluous() {
      var user = ann().without(E5, "SHAREPOINTENTERPRISE").with(OFFICE_E1);
      assertThat(SampleTenant.of(user).evaluate().of("R08"))
          .allMatch(seen -> seen.gross().equals("0"));
      var fits = ann().without(E5, "MCOEV").with(OFFICE_E1);
      assertThat(SampleTenant.of(fits).evaluate().only("R08").gross()).isEqualTo("10");
    }

    @Test
    void aMigrationOfTheLastThirtyDays() {
      var moving = ann().with(E3).assigned(30).byGroup(E5);
      assertThat(SampleTenant.of(moving).evaluate().only("R08").confidence())
          .isEqualTo(Confidence.LOW);
      var moved = ann().with(E3).assigned(31).byGroup(E5);
      assertThat(SampleTenant.of(moved).evaluate().only("R08").confidence())
          .isEqualTo(Confidence.HIGH);
    }

    @Test
    void copilotKeepsItsSuite() {
      var evaluated = SampleTenant.of(ann().with(E5, E3, COPILOT)).evaluate();
      assertThat(evaluated.only("R08").skus()).containsExactly(E3);
    }
  }
}
