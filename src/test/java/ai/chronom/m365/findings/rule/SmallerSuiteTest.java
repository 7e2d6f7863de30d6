package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.F3;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Evaluated;
import ai.chronom.m365.findings.Members;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Thresholds;
import ai.chronom.m365.scan.Platform;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmallerSuiteTest {
  private static SampleUser light(String name) {
    return SampleUser.named(name)
        .seen(use -> use.apps(2, Platform.WEB).mailbox(3, false, null).oneDrive(1));
  }

  @Nested
  class Finds {
    @Test
    void officeE3WithoutDesktop() {
      var seen = SampleTenant.of(light("ann").with(OFFICE_E3)).evaluate().of("R11").get(0);
      assertThat(seen.gross()).as("26 less 10").isEqualTo("16");
      assertThat(seen.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void microsoftE3WithTheSecurityItNeeds() {
      var seen = SampleTenant.of(light("ann").with(E3)).evaluate().of("R11").get(0);
      assertThat(seen.gross()).as("39 less 10 and 10.60").isEqualTo("18.4");
    }
  }

  @Nested
  class Frontline {
    private SampleTenant attested(SampleUser user) {
      return SampleTenant.of(user)
          .lists(
              TenantLists.NONE.with(
                  PeopleList.FRONTLINE, new Members(Set.of(), Set.of("stores"), Set.of())));
    }

    private Evaluated.Seen only(SampleTenant tenant, Confidence confidence) {
      return tenant.evaluate().of("R11").stream()
          .filter(seen -> seen.confidence() == confidence && seen.remedy().contains("frontline"))
          .findFirst()
          .orElseThrow();
    }

    private static SampleUser small(String name) {
      return SampleUser.named(name)
          .seen(use -> use.apps(2, Platform.WEB).mailbox(1.8, false, null).oneDrive(1));
    }

    @Test
    void isACheaperPlanForWhomTheAdminNames() {
      var seen = only(attested(small("ann").department("Stores").with(E3)), Confidence.MEDIUM);
      assertThat(seen.gross()).as("39 less 10").isEqualTo("29");
    }

    @Test
    void isOnlyAQuestionWhereNobodySaidWhoTheyAre() {
      var seen = only(SampleTenant.of(small("ann").with(E3)), Confidence.LOW);
      assertThat(seen.net()).as("a smaller suite counts first").isEqualTo("0");
    }

    @Test
    void isNoPlanForOthers() {
      var office = attested(small("ann").department("Legal").with(E3));
      assertThat(office.evaluate().of("R11")).hasSize(1);
    }

    @Test
    void hasTwoGigabytesLessATenth() {
      var larger =
          SampleUser.named("ann")
              .department("Stores")
              .seen(use -> use.apps(2, Platform.WEB).mailbox(1.9, false, null).oneDrive(1))
              .with(E3);
      assertThat(attested(larger).evaluate().of("R11")).hasSize(1);
    }

    @Test
    void goesWithoutMailOnlyWhereThereIsNoMailbox() {
      var none = SampleUser.named("ann").with(F3);
      var some = SampleUser.named("bob").seen(use -> use.mailbox(0.1, false, null)).with(F3);
      var found = SampleTenant.of(none, some).evaluate().of("R11");
      assertThat(found).extracting(Evaluated.Seen::subject).containsExactly("ann@contoso.com");
      assertThat(found.get(0).gross()).as("10 less 3").isEqualTo("7");
      assertThat(found.get(0).confidence()).isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void mailboxesUnderARetentionForAll() {
      var tenant =
          SampleTenant.of(light("ann").with(E3))
              .thresholds(Thresholds.DEFAULTS.with(Threshold.RETENTION_FOR_ALL_MAILBOXES, 1));
      assertThat(tenant.evaluate().of("R11")).isEmpty();
    }

    @Test
    void peopleWithDesktopApps() {
      var user = light("ann").seen(use -> use.activated("Microsoft 365 Apps", 100)).with(E3);
      assertThat(SampleTenant.of(user).evaluate().of("R11")).isEmpty();
    }

    @Test
    void archivesAndWindowsDevices() {
      var archive =
          SampleUser.named("ann")
              .seen(use -> use.apps(2, Platform.WEB).mailbox(3, true, null).oneDrive(1))
              .with(E3);
      var windows = light("bob").seen(use -> use.device("Windows", 2)).with(E3);
      assertThat(SampleTenant.of(archive, windows).evaluate().of("R11")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void aTerabyteOfFiles() {
      var full = light("ann").seen(use -> use.oneDrive(1024)).with(E3);
      assertThat(SampleTenant.of(full).evaluate().of("R11")).hasSize(1);
      var over = light("ann").seen(use -> use.oneDrive(1025)).with(E3);
      assertThat(SampleTenant.of(over).evaluate().of("R11")).isEmpty();
    }
  }

  @Test
  void isNotEvaluatedWithoutTheMailboxReport() {
    var rule = SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().rule("R11");
    assertThat(rule.state()).isEqualTo(RuleState.NOT_EVALUATED);
    assertThat(rule.reason()).isEqualTo("permission-not-granted(Reports.Read.All)");
  }
}
