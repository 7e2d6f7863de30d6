package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.AUDIO;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.findings.SampleSkus.TEAMS_PREMIUM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedPhoneTest {
  @Nested
  class Finds {
    @Test
    void conferencingWithoutMeetings() {
      var user = SampleUser.named("ann").seen(use -> use.teams(3, 0, 4)).with(E3, AUDIO);
      var seen = SampleTenant.of(user).evaluate().only("R17");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(seen.skus()).containsExactly(AUDIO);
    }

    @Test
    void aPhoneWithoutCallsOnlyToReview() {
      var user = SampleUser.named("ann").seen(use -> use.teams(0, 2, 4)).with(E3, PHONE);
      var evaluated = SampleTenant.of(user).evaluate();
      assertThat(evaluated.only("R17").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.rule("R17").reason())
          .isEqualTo(
              "optional-permission(TeamsUserConfiguration.Read.All);"
                  + " optional-permission(CallRecord-PstnCalls.Read.All)");
    }

    @Test
    void teamsPremiumWithoutAnyMeeting() {
      var user = SampleUser.named("ann").seen(use -> use.teams(3, 0, 0)).with(E3, TEAMS_PREMIUM);
      assertThat(SampleTenant.of(user).evaluate().only("R17").skus())
          .containsExactly(TEAMS_PREMIUM);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whoAttendsMeetingsWithTeamsPremium() {
      var user = SampleUser.named("ann").seen(use -> use.teams(3, 0, 1)).with(E3, TEAMS_PREMIUM);
      assertThat(SampleTenant.of(user).evaluate().of("R17")).isEmpty();
    }

    @Test
    void accountsThatTheReportDoesNotKnow() {
      var user = SampleUser.named("ann").with(E3, AUDIO);
      assertThat(SampleTenant.of(user).evaluate().of("R17")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void oneMeetingIsUse() {
      var user = SampleUser.named("ann").seen(use -> use.teams(3, 1, 4)).with(E3, AUDIO);
      assertThat(SampleTenant.of(user).evaluate().of("R17")).isEmpty();
    }
  }
}
