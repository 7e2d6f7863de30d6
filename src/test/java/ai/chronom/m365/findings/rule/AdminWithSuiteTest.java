package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdminWithSuiteTest {
  private static SampleUser admin() {
    return SampleUser.named("adm")
        .employeeId("7")
        .seen(role -> role.role("User Administrator"))
        .with(E3);
  }

  @Nested
  class Finds {
    @Test
    void thePersonsSecondAccount() {
      var person = SampleUser.named("ann").employeeId("7").with(E3);
      var evaluated = SampleTenant.of(admin(), person).evaluate();
      var seen = evaluated.only("R30");
      assertThat(seen.subject()).isEqualTo("adm@contoso.com");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.headline()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void theOnlyAccountOfAPerson() {
      var other = SampleUser.named("bob").employeeId("8").with(E3);
      assertThat(SampleTenant.of(admin(), other).evaluate().of("R30")).isEmpty();
    }

    @Test
    void peopleWithoutRole() {
      var one = SampleUser.named("ann").employeeId("7").with(E3);
      var two = SampleUser.named("ann2").employeeId("7").with(E3);
      assertThat(SampleTenant.of(one, two).evaluate().of("R30")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void anotherAccountWithARoleIsNotThePersonsOwn() {
      var other =
          SampleUser.named("adm2")
              .employeeId("7")
              .seen(role -> role.role("Helpdesk Administrator"))
              .with(E3);
      assertThat(SampleTenant.of(admin(), other).evaluate().of("R30")).isEmpty();
    }
  }
}
