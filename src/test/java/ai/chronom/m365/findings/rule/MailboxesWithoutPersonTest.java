package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E3;
import static ai.chronom.m365.findings.SampleSkus.ROOMS_PRO;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailboxesWithoutPersonTest {
  private static SampleUser shared(double gigabytes, boolean archive) {
    return SampleUser.named("info")
        .never()
        .disabled()
        .seen(box -> box.mailbox(gigabytes, archive, "SharedMailbox"));
  }

  @Nested
  class Finds {
    @Test
    void aSharedMailboxThatNeedsNoLicense() {
      var evaluated = SampleTenant.of(shared(48, false).with(E3)).evaluate();
      assertThat(evaluated.only("R06").net()).isEqualTo("39");
      assertThat(evaluated.only("R06").confidence()).isEqualTo(Confidence.HIGH);
      assertThat(evaluated.of("R03")).isEmpty();
    }

    @Test
    void aSuiteWhereTheArchiveNeedsAPlanOnly() {
      var evaluated = SampleTenant.of(shared(48, true).with(OFFICE_E3)).evaluate();
      assertThat(evaluated.only("R06").net()).as("26 less 8").isEqualTo("18");
      assertThat(evaluated.only("R06").remedy()).contains("Keep Exchange Online (Plan 2)");
      assertThat(evaluated.headline())
          .as("26 less 8, and the free E3 seat stays spare")
          .isEqualTo("-8");
    }

    @Test
    void aSuiteOnARoomWithItsOwnLicense() {
      var room = SampleUser.named("room").never().disabled().with(ROOMS_PRO, E3);
      var seen = SampleTenant.of(room).evaluate().only("R06");
      assertThat(seen.skus()).containsExactly(E3);
      assertThat(seen.confidence()).as("no word of an archive").isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aProbableOneOnlyToReview() {
      var box = SampleUser.named("info").never().mailUsed(3).nameless().disabled().with(E3);
      assertThat(SampleTenant.of(box).evaluate().only("R06").confidence())
          .isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void licensesMeantForRooms() {
      var room = SampleUser.named("room").never().disabled().with(ROOMS_PRO);
      assertThat(SampleTenant.of(room).evaluate().of("R06")).isEmpty();
    }

    @Test
    void planTwoThatAHoldNeeds() {
      var held =
          SampleUser.named("info")
              .never()
              .disabled()
              .seen(box -> box.mailbox(3, false, 100, "SharedMailbox"))
              .with(EXCHANGE_2);
      assertThat(SampleTenant.of(held).evaluate().of("R06")).isEmpty();
    }

    @Test
    void aMailboxThatSomebodySignsInTo() {
      var misused = SampleUser.named("info").seen(box -> box.mailbox(3, false, "Shared")).with(E3);
      var seen = SampleTenant.of(misused).evaluate().only("R06");
      assertThat(seen.gross()).isEqualTo("0");
      assertThat(seen.remedy()).contains("own accounts");
    }

    @Test
    void thePersonsOwn() {
      var user = SampleUser.named("ann").seen(box -> box.mailbox(3, false, "User")).with(E3);
      assertThat(SampleTenant.of(user).evaluate().of("R06")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void fiftyGigabytes() {
      assertThat(SampleTenant.of(shared(50, false).with(E3)).evaluate().only("R06").net())
          .isEqualTo("39");
      assertThat(SampleTenant.of(shared(50.01, false).with(E3)).evaluate().only("R06").net())
          .isEqualTo("31");
    }
  }

  @Test
  void isPartialWithoutTheMailboxReport() {
    var rule = SampleTenant.of(SampleUser.named("ann").with(E3)).evaluate().rule("R06");
    assertThat(rule.state()).isEqualTo(RuleState.PARTIAL);
    assertThat(rule.reason()).isEqualTo("permission-not-granted(Reports.Read.All)");
  }
}
