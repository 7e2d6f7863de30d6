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
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * R04: a person who was active once and has not been for months. Shorter silence is watched, and
 * costs no money yet.
 */
public final class InactiveAccounts implements Rule {
  static final About ABOUT =
      new About(
          "R04",
          "Inactive accounts",
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
      if (!People.working(account)) {
        return List.of();
      }
      List<PaidSeat> seats = Seats.personal(account);
      if (!idle(account, inquiry.thresholds().inactiveDays())) {
        return watched(account, seats).stream().toList();
      }
      return visible(account, seats) && !MailboxKeep.of(account, seats, inquiry).claims().isEmpty()
          ? List.of(candidate(account, seats))
          : List.of();
    }

    private boolean idle(Account account, int days) {
      return account.lastActivity().state(inquiry.now(), days) == ActivityState.INACTIVE;
    }

    /** On the way to the line: first what stands beside the suite, then all of it. */
    private Optional<Candidate> watched(Account account, List<PaidSeat> seats) {
      int days = inquiry.thresholds().watchDays();
      if (idle(account, days)) {
        return watched(account, seats, days);
      }
      int early = inquiry.thresholds().addOnWatchDays();
      boolean shifts =
          account.seats().stream().anyMatch(seat -> seat.holding().kind() == SkuKind.FRONTLINE);
      return !shifts && idle(account, early)
          ? watched(account, besideSuite(seats), early)
          : Optional.empty();
    }

    private Optional<Candidate> watched(Account account, List<PaidSeat> seats, int days) {
      return visible(account, seats) ? Optional.of(watch(account, seats, days)) : Optional.empty();
    }

    /** A product of its own counts as one where a suite is what the person works with. */
    private static List<PaidSeat> besideSuite(List<PaidSeat> seats) {
      boolean suite = seats.stream().anyMatch(seat -> seat.holding().kind().suite());
      return seats.stream()
          .filter(
              seat ->
                  seat.holding().kind() == SkuKind.ADD_ON
                      || (suite && seat.holding().kind() == SkuKind.STANDALONE))
          .toList();
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

    /** A finding of its own: to leave it is no word on what comes when the line is crossed. */
    private Candidate watch(Account account, List<PaidSeat> seats, int days) {
      Draft draft =
          new Draft(
                  inquiry,
                  ABOUT,
                  account.user().id() + " watch",
                  account.user().userPrincipalName())
              .confidence(bothSources(account) ? Confidence.MEDIUM : Confidence.LOW, account)
              .advice()
              .removes(account, seats)
              .remedy(
                  "Watch it, and ask the manager whether these are still needed: "
                      + Remedies.names(seats)
                      + ". After "
                      + inquiry.thresholds().inactiveDays()
                      + " days without use, all licenses of the account count as waste.")
              .fact("Not used for at least", days + " days");
      draft.evidence().lastActivity(account).identity(account);
      return draft.candidate();
    }

    private static Confidence confidence(Account account) {
      if (account.identity().looksProtected()) {
        return Confidence.LOW;
      }
      return bothSources(account) ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private static boolean bothSources(Account account) {
      return account.lastActivity().signInsRead() && account.lastActivity().reportRead();
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
