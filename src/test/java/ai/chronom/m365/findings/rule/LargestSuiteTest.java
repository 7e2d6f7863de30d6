package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Thresholds;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LargestSuiteTest {
  private static SampleTenant company(int seats, SampleUser... special) {
    SampleTenant tenant = SampleTenant.of(special);
    for (int i = special.length; i < seats; i++) {
      tenant.and(SampleUser.named("x" + i).assigned(5).with(E5));
    }
    return tenant;
  }

  @Nested
  class Finds {
    /** Bob needs a phone: 60 - 39 - 10. */
    @Test
    void aSmallerSuiteWithAPhone() {
      var seen = company(25, SampleUser.named("bob").with(E5)).evaluate().only("R10");
      assertThat(seen.net()).isEqualTo("11");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
      assertThat(seen.subject()).contains("Microsoft 365 E3 + Microsoft Teams Phone Standard");
    }

    @Test
    void withoutAPhoneWhereItIsSwitchedOff() {
      var seen = company(25, SampleUser.named("bob").without(E5, "MCOEV")).evaluate().only("R10");
      assertThat(seen.net()).isEqualTo("21");
    }

    @Test
    void neverTheHeadline() {
      assertThat(company(25, SampleUser.named("bob").with(E5)).evaluate().headline())
          .isEqualTo("0");
    }
  }

  @Nested
  class AsksTheAdmin {
    private SampleTenant company(Threshold question) {
      return LargestSuiteTest.company(25, SampleUser.named("bob").with(E5))
          .thresholds(Thresholds.DEFAULTS.with(question, 1));
    }

    @Test
    void whetherFeaturesApplyToAll() {
      assertThat(company(Threshold.COMPLIANCE_FOR_ALL).evaluate().of("R10")).isEmpty();
      assertThat(company(Threshold.SECURITY_FOR_ALL).evaluate().of("R10")).isEmpty();
    }

    @Test
    void whetherThereArePhones() {
      assertThat(company(Threshold.NO_TEAMS_PHONE).evaluate().only("R10").net()).isEqualTo("21");
    }

    /** 60 - 39 - 10 - 4. */
    @Test
    void whetherMeetingsAreDialedInto() {
      assertThat(company(Threshold.DIAL_IN_USED).evaluate().only("R10").subject())
          .contains("Audio Conferencing");
    }

    @Test
    void butNotOfWhoOrganizesNone() {
      var bob = SampleUser.named("bob").seen(use -> use.teams(0, 0, 9)).with(E5);
      var company =
          LargestSuiteTest.company(25, bob)
              .thresholds(Thresholds.DEFAULTS.with(Threshold.DIAL_IN_USED, 1));
      assertThat(company.evaluate().only("R10").subject()).doesNotContain("Audio");
    }
  }

  @Nested
  class LeavesAlone {
    /** 60 - 39 - 10 - 14 is a loss. */
    @Test
    void peopleWhoUsePowerBi() {
      var user = SampleUser.named("bob").seen(use -> use.powerBi(3)).with(E5);
      assertThat(company(25, user).evaluate().of("R10")).isEmpty();
    }

    @Test
    void custodians() {
      var user = SampleUser.named("bob").seen(use -> use.custody("active")).with(E5);
      assertThat(company(25, user).evaluate().of("R10")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void twentyFiveSeats() {
      assertThat(company(24, SampleUser.named("bob").with(E5)).evaluate().of("R10")).isEmpty();
      assertThat(company(25, SampleUser.named("bob").with(E5)).evaluate().of("R10")).hasSize(1);
    }
  }

  @Test
  void isPartialAtBest() {
    assertThat(company(25).evaluate().rule("R10").reason())
        .isEqualTo(
            "optional-permission(TeamsUserConfiguration.Read.All);"
                + " optional-permission(RoleManagement.Read.Directory);"
                + " optional-permission(Policy.Read.All)");
  }
}
