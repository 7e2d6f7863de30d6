package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.ActivityState;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.IdentityClass;
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
import java.util.Set;

/** R04: a person who was active once and has not been for months. */
public final class InactiveAccounts implements Rule {
  static final About ABOUT =
      new About(
          "R04",
          "Inactive for 90 days or more",
          5,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVE_USERS);

  private static final Set<IdentityClass> PEOPLE =
      Set.of(IdentityClass.PERSON, IdentityClass.EXTERNAL_MEMBER);

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
      boolean person =
          account.user().accountEnabled() && PEOPLE.contains(account.identity().kind());
      return person && idle(account) && visible(account, seats)
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
      return new Candidate(
          ABOUT,
          account.user().id(),
          account.user().userPrincipalName(),
          confidence(account),
          Candidate.Weight.CLAIM,
          Seats.removals(account, seats),
          null,
          "Ask the manager, block sign-in, and remove the licenses after 14 days. "
              + new Remedies(inquiry).removal(account, seats),
          List.of("Mailbox: check for a hold and an archive first."),
          new Evidence(inquiry).lastActivity(account).identity(account).of(ABOUT));
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
      gaps.add(Gap.notCollected("report-m365-apps"));
      gaps.add(Gap.notCollected("report-mailbox-usage"));
      gaps.add(Gap.notCollected("report-teams-activity"));
      gaps.add(Gap.notCollected("managed-devices"));
      return inquiry.verdict(gaps);
    }
  }
}
