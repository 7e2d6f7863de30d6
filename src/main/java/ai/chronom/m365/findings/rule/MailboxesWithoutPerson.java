package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Mailboxes;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.SignInActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** R06: a shared mailbox, a room or a device with a license that its mailbox does not need. */
public final class MailboxesWithoutPerson implements Rule {
  static final About ABOUT =
      new About(
          "R06",
          "Shared mailbox, room or equipment with a license",
          2,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.MAILBOX_PURPOSES,
          CollectionName.ROOMS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int MISUSED_DAYS = 30;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Boxes(inquiry);
  }

  private static final class Boxes implements Inspection {
    private final Inquiry inquiry;
    private boolean guessed;

    Boxes(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats =
          Seats.personal(account).stream().filter(seat -> !meantForIt(seat)).toList();
      boolean mailbox =
          seats.stream().anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()));
      if (!account.identity().kind().mailbox() || !mailbox) {
        return List.of();
      }
      guessed |= account.identity().kind() == IdentityClass.PROBABLE_SHARED;
      return misused(account)
          ? List.of(misuse(account, seats))
          : waste(account, seats).stream().toList();
    }

    private static boolean meantForIt(PaidSeat seat) {
      String family = seat.holding().family();
      return family.startsWith("ROOMS-") || family.equals("SHARED-DEVICE");
    }

    /** Somebody signs in to it as if it were a person's. */
    private boolean misused(Account account) {
      SignInActivity signIns = account.user().signIns();
      return account.identity().kind() == IdentityClass.SHARED
          && account.user().accountEnabled()
          && signIns != null
          && inquiry.within(signIns.lastSuccessful(), MISUSED_DAYS);
    }

    private Candidate misuse(Account account, List<PaidSeat> seats) {
      Draft draft =
          Draft.of(inquiry, ABOUT, account)
              .confidence(Confidence.LOW)
              .advice()
              .removes(account, seats)
              .remedy(
                  "Somebody signs in to this shared mailbox directly. Give the people who read it"
                      + " access through their own accounts, block its sign-in, then remove the"
                      + " license.");
      draft.evidence().lastActivity(account).identity(account);
      return draft.candidate();
    }

    private Optional<Candidate> waste(Account account, List<PaidSeat> seats) {
      MailboxState mailbox = MailboxState.of(account, inquiry);
      MailboxKeep keep = MailboxKeep.of(account, seats, inquiry);
      if (keep.claims().isEmpty()) {
        return Optional.empty();
      }
      Draft draft =
          Draft.of(inquiry, ABOUT, account)
              .confidence(confidence(account, mailbox))
              .claims(keep.claims())
              .remedy(remedy(account, seats, keep))
              .blockers(mailbox.warnings());
      if (mailbox.bytes() != null) {
        draft.fact("Mailbox size", mailbox.bytes() / MailboxState.GIGABYTE + " GB");
      }
      draft.evidence().lastActivity(account).identity(account);
      return Optional.of(draft.candidate());
    }

    private static Confidence confidence(Account account, MailboxState mailbox) {
      if (account.identity().kind() == IdentityClass.PROBABLE_SHARED) {
        return Confidence.LOW;
      }
      return mailbox.known() && mailbox.archive() != null ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private String remedy(Account account, List<PaidSeat> seats, MailboxKeep keep) {
      String first =
          switch (account.identity().kind()) {
            case PROBABLE_SHARED -> "Convert it to a shared mailbox first, if it is not one yet. ";
            case SHARED -> "Block sign-in of the account. ";
            default -> "";
          };
      return first + keep.remedy() + new Remedies(inquiry).removal(account, seats);
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.sources().gaps(CollectionName.REPORT_MAILBOXES));
      if (guessed) {
        gaps.addAll(inquiry.sources().gaps(CollectionName.MAILBOX_PURPOSES));
      }
      return inquiry.verdict(gaps);
    }
  }
}
