package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** R22: licenses that a group could not assign to its members. */
public final class GroupErrors implements Rule {
  static final About ABOUT =
      new About(
          "R22",
          "Group could not assign a license",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.GROUPS);

  @Override
  public About about() {
    return ABOUT;
  }

  /** A key has room for the longest of Microsoft's words, no more. */
  private static final int ERROR_CHARS = 60;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Errors(inquiry);
  }

  private record Errors(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      List<Candidate> found = new ArrayList<>();
      for (PaidSeat seat : account.allSeats()) {
        for (AssignmentPath path : seat.seat().paths()) {
          if (path.groupId() != null && path.state().contains("Error")) {
            found.add(candidate(account, seat, path));
          }
        }
      }
      return found;
    }

    private Candidate candidate(Account account, PaidSeat seat, AssignmentPath path) {
      String given = Objects.requireNonNullElse(path.error(), "Other");
      String error = given.substring(0, Math.min(given.length(), ERROR_CHARS));
      String groups = new Remedies(inquiry).groups(seat);
      return new Draft(
              inquiry,
              ABOUT,
              path.groupId() + " " + seat.holding().id() + " " + error,
              seat.holding().name() + " by " + groups)
          .advice()
          .removes(account, List.of(seat))
          .remedy(remedy(error))
          .fact("Error", error)
          .fact("License", seat.holding().name())
          .fact("Group", groups)
          .candidate();
    }

    private static String remedy(String error) {
      return switch (error) {
        case "CountViolation" ->
            "Too few seats: free some by the other findings on this product, or buy more. Then"
                + " reprocess the group.";
        case "MutuallyExclusiveViolation" ->
            "Two licenses contain services that exclude each other: switch one of them off.";
        case "DependencyViolation" ->
            "A service lacks the one that it builds on: assign that first.";
        case "ProhibitedInUsageLocationViolation" ->
            "The service is not offered where the person is: correct the usage location, or switch"
                + " the service off.";
        case "UniquenessViolation" ->
            "Another account has the same proxy address: correct one of them.";
        default -> "Look at the group in Entra admin center > Groups > Licenses, and reprocess it.";
      };
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(inquiry.sources().gaps(CollectionName.GROUPS));
    }
  }
}
