package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Mailboxes;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.DirectoryRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R30: an administrator's second account with a full suite. */
public final class AdminWithSuite implements Rule {
  static final About ABOUT =
      new About(
          "R30",
          "Second administrator account with a suite",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.DIRECTORY_ROLES,
          CollectionName.ROLE_MEMBERS,
          CollectionName.ELIGIBLE_ROLES);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Admins(inquiry);
  }

  private record Admins(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      return account.user().accountEnabled()
              && account.identity().kind() == IdentityClass.ADMIN_SECONDARY
          ? account.seats().stream()
              .filter(seat -> seat.holding().kind().suite() && !seat.inError())
              .filter(seat -> Mailboxes.workplace(seat.effective(), inquiry.ladder()))
              .flatMap(seat -> candidate(account, seat).stream())
              .toList()
          : List.of();
    }

    private Optional<Candidate> candidate(Account account, PaidSeat seat) {
      return inquiry
          .holdings()
          .offer("AAD_PREMIUM_P2")
          .filter(plan -> plan.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .map(
              plan ->
                  Draft.of(inquiry, ABOUT, account, seat)
                      .confidence(Confidence.MEDIUM, account)
                      .replaces(account, seat, List.of(plan.id()))
                      .remedy(
                          "An account for administration needs no mailbox and no apps: assign "
                              + plan.name()
                              + " instead. "
                              + new Remedies(inquiry).removal(account, List.of(seat)))
                      .blockers(MailboxState.of(account, inquiry).warnings())
                      .fact("License", seat.holding().name())
                      .fact(
                          "Roles",
                          Stream.concat(
                                  account.traces().roles().stream().map(DirectoryRole::name),
                                  account.traces().optional().eligibleRoles().stream()
                                      .map(role -> role.name() + " (eligible)"))
                              .sorted()
                              .collect(Collectors.joining(", ")))
                      .fact("Account class", account.identity().why())
                      .candidate());
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(
          inquiry.sources().gaps(CollectionName.DIRECTORY_ROLES, CollectionName.ROLE_MEMBERS));
    }
  }
}
