package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.MailboxKinds;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.SignInActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R03: a blocked account that still has paid licenses. */
public final class DisabledAccounts implements Rule {
  static final About ABOUT =
      new About(
          "R03",
          "Disabled account with a paid license",
          1,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.DIRECTORY_AUDITS,
          CollectionName.MAILBOX_PURPOSES,
          CollectionName.ROOMS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Disabled(inquiry);
  }

  private static final class Disabled implements Inspection {
    private final Inquiry inquiry;
    private boolean mailboxSeen;
    private boolean kindUnknown;

    Disabled(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      if (account.user().accountEnabled() || seats.isEmpty()) {
        return List.of();
      }
      MailboxState mailbox = MailboxState.of(account, inquiry);
      mailboxSeen |= mailbox.exists();
      if (account.identity().kind().thing() || account.identity().kind().spared()) {
        return List.of();
      }
      boolean personal = new MailboxKinds(inquiry).personal(account.user(), account.traces());
      kindUnknown |= mailbox.exists() && !personal;
      return blockedLately(account) || MailboxKeep.of(account, seats, inquiry).claims().isEmpty()
          ? List.of()
          : List.of(candidate(account, seats, mailbox, personal));
    }

    /** Who signed in successfully some days ago was not disabled then. */
    private boolean blockedLately(Account account) {
      int days = inquiry.thresholds().disabledGraceDays();
      SignInActivity signIns = account.user().signIns();
      return inquiry.within(account.user().disabledSeen(), days)
          || account.traces().disabledAt().stream().anyMatch(at -> inquiry.within(at, days))
          || (signIns != null && inquiry.within(signIns.lastSuccessful(), days));
    }

    private Candidate candidate(
        Account account, List<PaidSeat> seats, MailboxState mailbox, boolean personal) {
      MailboxKeep keep = MailboxKeep.of(account, seats, inquiry);
      boolean sure = !mailbox.exists() || (personal && mailbox.needsNothing());
      Draft draft =
          Draft.of(inquiry, ABOUT, account)
              .confidence(sure ? Confidence.HIGH : Confidence.MEDIUM, account)
              .claims(keep.claims())
              .remedy(remedy(account, seats, mailbox, keep))
              .blockers(mailbox.warnings())
              .fact("Account", "disabled");
      draft
          .evidence()
          .day("Disabled since", disabledAt(account))
          .fact("Mailbox", mailbox.exists() ? "yes" : "no")
          .lastActivity(account)
          .identity(account);
      return draft.candidate();
    }

    private static @Nullable Instant disabledAt(Account account) {
      return account.traces().disabledAt().stream()
          .findFirst()
          .orElse(account.user().disabledSeen());
    }

    private String remedy(
        Account account, List<PaidSeat> seats, MailboxState mailbox, MailboxKeep keep) {
      String removal = keep.remedy() + new Remedies(inquiry).removal(account, seats);
      return mailbox.exists() && keep.kept().isEmpty()
          ? "When colleagues still read the mailbox, convert it to a shared mailbox first (up to 50 GB"
              + " it needs no license). "
              + removal
          : removal;
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>();
      if (mailboxSeen) {
        gaps.addAll(inquiry.sources().signIns().gaps());
        gaps.addAll(inquiry.sources().activity().gaps());
        gaps.addAll(
            inquiry
                .sources()
                .gaps(CollectionName.REPORT_MAILBOXES, CollectionName.DIRECTORY_AUDITS));
      }
      if (kindUnknown) {
        gaps.addAll(inquiry.sources().gaps(CollectionName.MAILBOX_PURPOSES));
      }
      return inquiry.verdict(gaps);
    }
  }
}
