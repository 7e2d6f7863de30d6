package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.scan.CollectionName.ACCESS_POLICIES;
import static ai.chronom.m365.scan.CollectionName.DIRECT_CALLS;
import static ai.chronom.m365.scan.CollectionName.ELIGIBLE_ROLES;
import static ai.chronom.m365.scan.CollectionName.LEAVE_DATES;
import static ai.chronom.m365.scan.CollectionName.MAILBOX_PURPOSES;
import static ai.chronom.m365.scan.CollectionName.PSTN_CALLS;
import static ai.chronom.m365.scan.CollectionName.ROOMS;
import static ai.chronom.m365.scan.CollectionName.TEAMS_USERS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.scan.AccessPolicy;
import ai.chronom.m365.scan.Inventory;
import ai.chronom.m365.scan.PhoneCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the rules make of permissions beyond the guide's, where a tenant has granted them. */
class OptionalEvidenceTest {
  /** Disabled, with a mailbox that no report describes and no sign of a person or a group. */
  private static SampleUser nobodysBox(String name) {
    return SampleUser.named(name)
        .never()
        .nameless()
        .disabled()
        .seen(box -> box.mailbox(20, false, null))
        .with(E3);
  }

  @Test
  void mailboxOfAPersonByItsOwnSettingsIsSureToBeWaste() {
    var user = nobodysBox("x1").seen(box -> box.purpose("user"));

    var evaluated = SampleTenant.of(user).granted(MAILBOX_PURPOSES).evaluate();

    assertThat(evaluated.only("R03").confidence()).isEqualTo(Confidence.HIGH);
    assertThat(evaluated.rule("R03").state()).isEqualTo(RuleState.EVALUATED);
  }

  @Test
  void sharedMailboxByItsOwnSettingsIsSureToNeedNothing() {
    var user = nobodysBox("x1").seen(box -> box.purpose("shared"));

    var evaluated = SampleTenant.of(user).granted(MAILBOX_PURPOSES).evaluate();

    assertThat(evaluated.of("R03")).isEmpty();
    assertThat(evaluated.only("R06").confidence()).isEqualTo(Confidence.HIGH);
    assertThat(evaluated.rule("R06").state()).isEqualTo(RuleState.EVALUATED);
  }

  @Test
  void settingsOfTheMailboxOutrankTheReport() {
    var user =
        SampleUser.named("x1")
            .disabled()
            .seen(box -> box.mailbox(20, false, "UserMailbox").purpose("equipment"))
            .with(E3);

    assertThat(SampleTenant.of(user).granted(MAILBOX_PURPOSES).evaluate().of("R06")).hasSize(1);
  }

  @Test
  void wordThatSaysNothingLeavesTheQuestionOpen() {
    var user = nobodysBox("x1").seen(box -> box.purpose("others"));

    assertThat(SampleTenant.of(user).granted(MAILBOX_PURPOSES).evaluate().only("R03").confidence())
        .isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void addressInTheListOfRoomsIsARoom() {
    var user = nobodysBox("oslo").seen(SampleTraces::room);

    var evaluated = SampleTenant.of(user).granted(ROOMS).evaluate();

    assertThat(evaluated.of("R03")).isEmpty();
    assertThat(evaluated.only("R06").confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void phoneWithoutNumberIsSureToBeWaste() {
    var user = SampleUser.named("ann").seen(t -> t.teamsUser("user", false, 0)).with(E3, PHONE);

    var seen = SampleTenant.of(user).granted(TEAMS_USERS).evaluate().only("R17");

    assertThat(seen.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(seen.skus()).containsExactly(PHONE);
  }

  @Test
  void numberOrSharedLineKeepsThePhone() {
    var number =
        SampleUser.named("ann")
            .seen(t -> t.teamsUser("user", true, 1).teams(3, 1, 1))
            .with(E3, PHONE);
    var shared = SampleUser.named("bob").seen(t -> t.sharesALine().teams(3, 1, 1)).with(E3, PHONE);

    assertThat(SampleTenant.of(number, shared).granted(TEAMS_USERS).evaluate().of("R17")).isEmpty();
  }

  @Test
  void numberWithoutACallIsOnlyToReview() {
    var silent = SampleUser.named("ann").seen(t -> t.teamsUser("user", true, 1)).with(E3, PHONE);
    var talking =
        SampleUser.named("bob")
            .seen(t -> t.teamsUser("user", true, 1).called(PhoneCall.Kind.DIRECT_IN, 3))
            .with(E3, PHONE);

    var evaluated =
        SampleTenant.of(silent, talking).granted(TEAMS_USERS, PSTN_CALLS, DIRECT_CALLS).evaluate();

    assertThat(evaluated.only("R17").subject()).startsWith("ann");
    assertThat(evaluated.only("R17").confidence()).isEqualTo(Confidence.LOW);
    assertThat(evaluated.rule("R17").state()).isEqualTo(RuleState.EVALUATED);
  }

  @Test
  void accountOfAnAutoAttendantNeedsNoGuess() {
    var menu = SampleUser.named("menu").seen(t -> t.teamsUser("resourceAccount", true, 1)).with(E3);

    var evaluated = SampleTenant.of(menu).granted(TEAMS_USERS).evaluate();

    assertThat(evaluated.only("R31").confidence()).isEqualTo(Confidence.HIGH);
    assertThat(evaluated.rule("R31").state()).isEqualTo(RuleState.EVALUATED);
  }

  private static SampleTenant onTheLargestSuite(UnaryOperator<SampleUser> each) {
    List<SampleUser> users = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      users.add(each.apply(SampleUser.named("u" + i)).with(E5));
    }
    return SampleTenant.of(users.toArray(SampleUser[]::new));
  }

  private static Set<String> targets(SampleTenant tenant) {
    return tenant.evaluate().of("R10").stream()
        .map(Evaluated.Seen::subject)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void nobodyWithoutANumberNeedsAPhoneWithTheSmallerSuite() {
    assertThat(targets(onTheLargestSuite(user -> user)))
        .allMatch(subject -> subject.contains("Teams Phone"));
    assertThat(
            targets(
                onTheLargestSuite(user -> user.seen(t -> t.teamsUser("user", false, 0)))
                    .granted(TEAMS_USERS)))
        .isNotEmpty()
        .noneMatch(subject -> subject.contains("Teams Phone"));
  }

  @Test
  void whoMayTakeOnARoleNeedsEntraP2() {
    var tenant =
        onTheLargestSuite(user -> user.seen(t -> t.teamsUser("user", false, 0).eligible("Reader")))
            .granted(TEAMS_USERS, ELIGIBLE_ROLES);

    assertThat(targets(tenant)).allMatch(subject -> subject.contains("P2"));
  }

  @Test
  void whomAPolicyByRiskCoversNeedsEntraP2() {
    UnaryOperator<SampleUser> each = user -> user.seen(t -> t.teamsUser("user", false, 0));
    var tenant = onTheLargestSuite(each).granted(TEAMS_USERS, ELIGIBLE_ROLES, ACCESS_POLICIES);

    assertThat(targets(tenant)).isNotEmpty().noneMatch(subject -> subject.contains("P2"));
    assertThat(tenant.evaluate().rule("R10").state()).isEqualTo(RuleState.EVALUATED);
    assertThat(targets(tenant.inventory(policy("includeUsers", "All"))))
        .allMatch(subject -> subject.contains("P2"));
    assertThat(targets(tenant.inventory(policy("includeGroups", "some-group"))))
        .allMatch(subject -> subject.contains("P2"));
    assertThat(targets(tenant.inventory(policy("includeUsers", "somebody else"))))
        .isNotEmpty()
        .noneMatch(subject -> subject.contains("P2"));
  }

  private static Inventory policy(String kind, String subject) {
    return new Inventory() {
      @Override
      public void forEachAccessPolicy(Consumer<AccessPolicy> visitor) {
        visitor.accept(
            new AccessPolicy("p", "Risk", "enabled", true, Map.of(kind, Set.of(subject))));
      }
    };
  }

  @Test
  void eligibleAdministratorsSecondAccountIsSeen() {
    var second = SampleUser.named("adm").employeeId("7").seen(t -> t.eligible("Reader")).with(E3);
    var first = SampleUser.named("ann").employeeId("7").with(E3);

    assertThat(
            SampleTenant.of(second, first).granted(ELIGIBLE_ROLES).evaluate().only("R30").subject())
        .isEqualTo("adm@contoso.com");
  }

  @Test
  void seatsOfPeopleWhoLeaveSoonCountAtTheRenewal() {
    assertThat(tenOfWhomLeave(0).evaluate().of("R02")).isEmpty();
    assertThat(tenOfWhomLeave(2).evaluate().of("R02")).isEmpty();
    assertThat(tenOfWhomLeave(5).evaluate().only("R02").remedy()).contains("order 3 fewer");
  }

  /** Two units stay spare. */
  private static SampleTenant tenOfWhomLeave(int leaving) {
    SampleTenant tenant = SampleTenant.of().granted(LEAVE_DATES);
    for (int i = 0; i < 10; i++) {
      SampleUser user = SampleUser.named("u" + i).with(E3);
      tenant.and(i < leaving ? user.seen(hr -> hr.left(-20)) : user);
    }
    return tenant.units(E3, 10).renewal(E3, 10, "2026-12-20");
  }
}
