package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SeatClaim;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** R08: a suite whose services the user has from another license too. */
public final class OverlappingSuites implements Rule {
  static final About ABOUT =
      new About(
          "R08", "Overlapping suites", 7, CollectionName.SUBSCRIBED_SKUS, CollectionName.USERS);

  private static final int MOSTLY_PERCENT = 80;
  private static final int PERCENT = 100;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Suites(inquiry, new OverlapFindings(inquiry, ABOUT));
  }

  private record Suites(Inquiry inquiry, OverlapFindings findings) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      List<Candidate> found =
          new ArrayList<>(findings.of(account, seat -> seat.holding().kind().suite()));
      found.addAll(advice(account));
      return found;
    }

    /** Suites that share most of their plans: worth a look, worth no money as they stand. */
    private List<Candidate> advice(Account account) {
      Overlaps overlaps = findings.overlaps();
      List<PaidSeat> suites =
          account.seats().size() < 2
              ? List.of()
              : overlaps.remaining(account).stream()
                  .filter(seat -> seat.holding().kind().suite())
                  .toList();
      if (suites.size() < 2) {
        return List.of();
      }
      List<Candidate> found = new ArrayList<>();
      for (PaidSeat suite : suites) {
        List<PaidSeat> others = suites.stream().filter(other -> !other.equals(suite)).toList();
        Set<PlanId> lost = overlaps.lost(suite, others);
        if (found.isEmpty() && mostly(suite, lost)) {
          found.add(advice(account, suite, others, lost));
        }
      }
      return found;
    }

    private boolean mostly(PaidSeat suite, Set<PlanId> lost) {
      int all = inquiry.ladder().material(suite.effective()).size();
      return !lost.isEmpty() && (all - lost.size()) * PERCENT >= all * MOSTLY_PERCENT;
    }

    private Candidate advice(
        Account account, PaidSeat suite, List<PaidSeat> others, Set<PlanId> lost) {
      return new Candidate(
          ABOUT,
          account.user().id() + " " + suite.holding().id() + " partly",
          account.user().userPrincipalName(),
          Confidence.LOW,
          Candidate.Weight.ADVICE,
          List.of(SeatClaim.removal(account, suite)),
          null,
          "Most of "
              + suite.holding().name()
              + " comes with "
              + Remedies.names(others)
              + " too. Check whether the user needs the rest.",
          List.of(),
          new Evidence(inquiry).fact("Only here", findings.planNames(suite, lost)).of(ABOUT));
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
