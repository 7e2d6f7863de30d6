package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
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
import java.util.Map;

/** R03: a blocked account that still has paid licenses. */
public final class DisabledAccounts implements Rule {
  static final About ABOUT =
      new About(
          "R03",
          "Disabled account with a paid license",
          1,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS);

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

    Disabled(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      if (account.user().accountEnabled() || seats.isEmpty()) {
        return List.of();
      }
      boolean mailbox = hasMailbox(account);
      mailboxSeen |= mailbox;
      if (account.identity().kind().thing() || account.identity().kind().spared()) {
        return List.of();
      }
      return blockedLately(account) ? List.of() : List.of(candidate(account, seats, mailbox));
    }

    private boolean hasMailbox(Account account) {
      return account.seats().stream()
          .anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()));
    }

    /** Who signed in successfully some days ago was not disabled then. */
    private boolean blockedLately(Account account) {
      int days = inquiry.thresholds().disabledGraceDays();
      SignInActivity signIns = account.user().signIns();
      return inquiry.within(account.user().disabledSeen(), days)
          || (signIns != null && inquiry.within(signIns.lastSuccessful(), days));
    }

    private Candidate candidate(Account account, List<PaidSeat> seats, boolean mailbox) {
      return new Candidate(
          ABOUT,
          account.user().id(),
          account.user().userPrincipalName(),
          confidence(account, mailbox),
          Candidate.Weight.CLAIM,
          Seats.removals(account, seats),
          null,
          remedy(account, seats, mailbox),
          mailbox
              ? List.of("Mailbox: check for a hold, an archive and its size first.")
              : List.of(),
          evidence(account, mailbox));
    }

    private static Confidence confidence(Account account, boolean mailbox) {
      if (account.identity().looksProtected()) {
        return Confidence.LOW;
      }
      return mailbox ? Confidence.MEDIUM : Confidence.HIGH;
    }

    private String remedy(Account account, List<PaidSeat> seats, boolean mailbox) {
      String removal = new Remedies(inquiry).removal(account, seats);
      return mailbox
          ? "When colleagues still read the mailbox, convert it to a shared mailbox first (up to 50 GB"
              + " it needs no license). "
              + removal
          : removal;
    }

    private Map<String, String> evidence(Account account, boolean mailbox) {
      Evidence evidence = new Evidence(inquiry).fact("Account", "disabled");
      evidence.day("Disabled since", account.user().disabledSeen());
      return evidence
          .fact("Mailbox plan", mailbox ? "yes" : "no")
          .lastActivity(account)
          .identity(account)
          .of(ABOUT);
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>();
      if (mailboxSeen) {
        gaps.addAll(inquiry.sources().signIns().gaps());
        gaps.addAll(inquiry.sources().activity().gaps());
        gaps.add(Gap.notCollected("report-mailbox-usage"));
        gaps.add(Gap.notCollected("directory-audits"));
      }
      return inquiry.verdict(gaps);
    }
  }
}
