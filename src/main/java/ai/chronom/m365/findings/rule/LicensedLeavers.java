package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.LeaveDates;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** R29: licenses of people who left the company, or will within a month. */
public final class LicensedLeavers implements Rule {
  static final About ABOUT =
      new About(
          "R29",
          "Leaver still licensed",
          0,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.LEAVE_DATES,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.CUSTODIANS);

  /** Nobody's own, or somebody's whom the admin spares: a date of leaving changes nothing. */
  private static final Set<IdentityClass> LEFT_ALONE =
      EnumSet.of(
          IdentityClass.PROTECTED,
          IdentityClass.RESOURCE_ACCOUNT,
          IdentityClass.ROOM,
          IdentityClass.EQUIPMENT,
          IdentityClass.SHARED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Leavers(inquiry);
  }

  private record Leavers(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      boolean known = LeaveDates.known(inquiry);
      if (!known || seats.isEmpty() || LEFT_ALONE.contains(account.identity().kind())) {
        return List.of();
      }
      Optional<Candidate> left =
          LeaveDates.left(account.user(), account.traces(), inquiry)
              .flatMap(day -> left(account, seats, day));
      return left
          .or(
              () ->
                  LeaveDates.leavingSoon(account.user(), account.traces(), inquiry)
                      .map(day -> leaving(account, seats, day)))
          .stream()
          .toList();
    }

    private Optional<Candidate> left(Account account, List<PaidSeat> seats, LocalDate day) {
      MailboxState mailbox = MailboxState.of(account, inquiry);
      MailboxKeep keep = MailboxKeep.of(account, seats, inquiry);
      if (keep.claims().isEmpty()) {
        return Optional.empty();
      }
      Draft draft =
          Draft.of(inquiry, ABOUT, account)
              .confidence(Confidence.HIGH, account)
              .claims(keep.claims())
              .remedy(
                  (account.user().accountEnabled() ? "Block sign-in of the account. " : "")
                      + (mailbox.exists() && keep.kept().isEmpty()
                          ? "When colleagues still read the mailbox, convert it to a shared mailbox"
                              + " first. "
                          : "")
                      + keep.remedy()
                      + new Remedies(inquiry).removal(account, seats))
              .blockers(mailbox.warnings())
              .fact("Left the company", day.toString())
              .fact("Account", account.user().accountEnabled() ? "enabled" : "disabled");
      draft.evidence().lastActivity(account).identity(account);
      return Optional.of(draft.candidate());
    }

    private Candidate leaving(Account account, List<PaidSeat> seats, LocalDate day) {
      return Draft.of(inquiry, ABOUT, account)
          .confidence(Confidence.HIGH, account)
          .advice()
          .removes(account, seats)
          .remedy(
              "Plan the release of these licenses for "
                  + day
                  + "; the renewal quantities count on it. "
                  + new Remedies(inquiry).removal(account, seats))
          .fact("Leaves the company", day.toString())
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return LeaveDates.known(inquiry)
          ? inquiry.verdict(
              inquiry.sources().gaps(CollectionName.REPORT_MAILBOXES, CollectionName.CUSTODIANS))
          : Verdict.notEvaluated(inquiry.sources().gaps(CollectionName.LEAVE_DATES));
    }
  }
}
