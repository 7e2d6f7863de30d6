package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.ActivityState;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Sources;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;

/** R04: a person who was active once and has not been for months. */
public final class InactiveAccounts implements Rule {
  static final About ABOUT =
      new About(
          "R04",
          "Inactive for 90 days or more",
          5,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS,
          CollectionName.REPORT_APPS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.MANAGED_DEVICES);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Idle(inquiry);
  }

  private record Idle(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats = Seats.personal(account);
      boolean person = account.user().accountEnabled() && account.identity().kind().person();
      return person
              && idle(account)
              && visible(account, seats)
              && !MailboxKeep.of(account, seats, inquiry).claims().isEmpty()
          ? List.of(candidate(account, seats))
          : List.of();
    }

    private boolean idle(Account account) {
      return account.lastActivity().state(inquiry.now(), inquiry.thresholds().inactiveDays())
          == ActivityState.INACTIVE;
    }

    /**
     * An entitlement such as Entra P1 leaves no trace of use, and Power Apps none that these
     * reports show: then only old sign-ins speak.
     */
    private static boolean visible(Account account, List<PaidSeat> seats) {
      boolean someTrace = seats.stream().anyMatch(seat -> !seat.holding().is(SkuTrait.SILENT));
      boolean useElsewhere = seats.stream().anyMatch(seat -> seat.holding().is(SkuTrait.UNSEEN));
      return someTrace && (!useElsewhere || account.lastActivity().signInsRead());
    }

    private Candidate candidate(Account account, List<PaidSeat> seats) {
      MailboxKeep keep = MailboxKeep.of(account, seats, inquiry);
      Draft draft =
          Draft.of(inquiry, ABOUT, account)
              .confidence(confidence(account))
              .claims(keep.claims())
              .remedy(
                  "Ask the manager, block sign-in, and remove the licenses after 14 days. "
                      + keep.remedy()
                      + new Remedies(inquiry).removal(account, seats))
              .blockers(MailboxState.of(account, inquiry).warnings());
      draft.evidence().lastActivity(account).identity(account);
      return draft.candidate();
    }

    private static Confidence confidence(Account account) {
      if (account.identity().looksProtected()) {
        return Confidence.LOW;
      }
      boolean bothSources =
          account.lastActivity().signInsRead() && account.lastActivity().reportRead();
      return bothSources ? Confidence.HIGH : Confidence.MEDIUM;
    }

    @Override
    public Verdict verdict() {
      Sources sources = inquiry.sources();
      List<Gap> gaps = new ArrayList<>(sources.signIns().gaps());
      gaps.addAll(sources.activity().gaps());
      if (!sources.signIns().known() && !sources.activity().known()) {
        return Verdict.notEvaluated(gaps);
      }
      gaps.addAll(
          sources.gaps(
              CollectionName.REPORT_APPS,
              CollectionName.REPORT_MAILBOXES,
              CollectionName.MANAGED_DEVICES));
      return inquiry.verdict(gaps);
    }
  }
}
