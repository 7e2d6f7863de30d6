package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WastefulGroupsTest {
  private static final String GROUP = "bbbbbbbb-0000-4000-8000-000000000001";

  private static SampleTenant group(int idle, int active, String rule) {
    SampleTenant tenant = SampleTenant.of().group(GROUP, rule, E3);
    for (int i = 0; i < idle + active; i++) {
      SampleUser user = SampleUser.named("u" + i).byGroup(E3, GROUP);
      tenant.and(i < idle ? user.idle(200) : user);
    }
    return tenant;
  }

  @Nested
  class Finds {
    @Test
    void aGroupOfIdlePeople() {
      var seen = group(5, 5, null).evaluate().only("R33");
      assertThat(seen.remedy()).contains("half of its members");
      assertThat(seen.gross()).isEqualTo("0");
    }

    @Test
    void aRuleThatTakesDisabledAccountsIn() {
      var seen = group(0, 3, "user.department -eq \"Sales\"").evaluate().only("R33");
      assertThat(seen.remedy()).contains("accountEnabled");
    }

    @Test
    void aGroupWithoutMembers() {
      assertThat(group(0, 0, null).evaluate().only("R33").remedy()).contains("Nobody");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void groupsOfPeopleAtWork() {
      assertThat(group(0, 6, "user.accountEnabled -eq true").evaluate().of("R33")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void fiveMembersAndHalf() {
      assertThat(group(4, 0, null).evaluate().of("R33")).isEmpty();
      assertThat(group(5, 6, null).evaluate().of("R33")).isEmpty();
    }
  }
}
