package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Evaluated;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicenseHygieneTest {
  @Nested
  class Finds {
    @Test
    void accountsWithoutLocationOrDepartment() {
      var user = SampleUser.named("ann").nowhere().department(" ").with(E3);
      var found = SampleTenant.of(user).evaluate().of("R35");
      assertThat(found)
          .extracting(Evaluated.Seen::subject)
          .containsExactlyInAnyOrder(
              "Licensed accounts without usage location", "Licensed accounts without department");
    }
  }

  @Nested
  class Doubles {
    @Test
    void areTwoLicensedAccountsOfOnePerson() {
      var tenant =
          SampleTenant.of(
              SampleUser.named("ann").employeeId("C-1").with(E3),
              SampleUser.named("bob").employeeId("C-2").with(E3),
              SampleUser.named("ann2").employeeId("c-1").with(E3));
      assertThat(tenant.evaluate().only("R35").subject())
          .isEqualTo("People with two licensed accounts");
      assertThat(tenant.evaluate().evidence("R35")).containsEntry("Among them", "ann2@contoso.com");
    }

    @Test
    void areNoAdministratorsSecondAccounts() {
      var tenant =
          SampleTenant.of(
              SampleUser.named("ann").employeeId("C-1").with(E3),
              SampleUser.named("adm").employeeId("C-1").seen(by -> by.role("User")).with(E3));
      assertThat(tenant.evaluate().of("R35")).isEmpty();
    }

    @Test
    void areToldAmongManyThousands() {
      Repeats repeats = new Repeats();
      for (int i = 0; i < 50_000; i++) {
        assertThat(repeats.again("E" + i)).isFalse();
      }
      assertThat(repeats.again("e49999")).isTrue();
      assertThat(repeats.again("E50000")).isFalse();
      assertThat(repeats.again(" ")).isFalse();
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void guestsAndFreeLicenses() {
      var guest = SampleUser.named("gus").guest().nowhere().with(E3);
      var free = SampleUser.named("ann").nowhere().with(FLOW_FREE);
      assertThat(SampleTenant.of(guest, free).evaluate().of("R35")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void oneFindingForManyAccounts() {
      SampleTenant tenant = SampleTenant.of();
      for (int i = 0; i < 50; i++) {
        tenant.and(SampleUser.named("u" + i).nowhere().with(E3));
      }
      assertThat(tenant.evaluate().of("R35")).hasSize(1);
    }
  }
}
