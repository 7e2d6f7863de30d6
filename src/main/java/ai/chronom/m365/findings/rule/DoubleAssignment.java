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
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;

/** R21: one license by two ways. It costs one seat, but leaving one way does not free it. */
public final class DoubleAssignment implements Rule {
  static final About ABOUT =
      new About(
          "R21",
          "License assigned twice",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.GROUPS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Doubles(inquiry);
  }

  private record Doubles(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      return account.seats().stream()
          .filter(seat -> activePaths(seat).size() > 1)
          .map(seat -> candidate(account, seat))
          .toList();
    }

    private static List<AssignmentPath> activePaths(PaidSeat seat) {
      return seat.seat().paths().stream().filter(path -> path.state().equals("Active")).toList();
    }

    private Candidate candidate(Account account, PaidSeat seat) {
      return new Candidate(
          ABOUT,
          account.user().id() + " " + seat.holding().id(),
          account.user().userPrincipalName(),
          Confidence.HIGH,
          Candidate.Weight.ADVICE,
          List.of(SeatClaim.removal(account, seat)),
          null,
          remedy(seat),
          List.of(),
          new Evidence(inquiry)
              .fact("License", seat.holding().name())
              .fact("Ways", ways(seat))
              .fact("Same services by each way", samePlans(seat) ? "yes" : "no, the sum applies")
              .of(ABOUT));
    }

    private String remedy(PaidSeat seat) {
      return activePaths(seat).stream().anyMatch(AssignmentPath::direct)
          ? "Clear the direct assignment: Microsoft 365 admin center > Users > Active users > the"
              + " account > Licenses and apps. The group keeps the license in place."
          : "Let only one of these groups assign it: " + new Remedies(inquiry).groups(seat) + ".";
    }

    private String ways(PaidSeat seat) {
      String groups = new Remedies(inquiry).groups(seat);
      return seat.direct() ? "directly and by " + groups : "by " + groups;
    }

    private static boolean samePlans(PaidSeat seat) {
      return activePaths(seat).stream().map(AssignmentPath::disabledPlans).distinct().count() == 1;
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
