package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.ServicePlan;
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.LicensedGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final String COUNT = "CountViolation";

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Errors(inquiry);
  }

  /**
   * One finding while its accounts come in.
   *
   * @param conflict plans that exclude each other, or what is missing; empty when the error is
   *     another
   */
  private record Failure(PaidSeat seat, String key, String error, String groups, String conflict) {}

  private static final class Errors implements Inspection {
    private final Inquiry inquiry;
    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private final Set<String> explained = new HashSet<>();

    Errors(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      List<Candidate> found = new ArrayList<>();
      for (PaidSeat seat : account.allSeats()) {
        for (AssignmentPath path : seat.seat().paths()) {
          if (path.groupId() != null && path.state().contains("Error")) {
            explained.add(path.groupId());
            found.addAll(failed(account, seat, path));
          }
        }
      }
      return found;
    }

    private List<Candidate> failed(Account account, PaidSeat seat, AssignmentPath path) {
      String given = Objects.requireNonNullElse(path.error(), "Other");
      String error = given.substring(0, Math.min(given.length(), ERROR_CHARS));
      String groups = new Remedies(inquiry).groups(seat);
      Failure failure =
          new Failure(
              seat,
              path.groupId() + " " + seat.holding().id() + " " + error,
              error,
              groups,
              conflict(account, seat, error));
      if (!error.equals(COUNT)) {
        return List.of(draft(failure).removes(account, List.of(seat)).candidate());
      }
      // What cures it is known only once all quantities are.
      failures.putIfAbsent(failure.key(), failure);
      waiting.merge(failure.key(), 1, Integer::sum);
      return List.of();
    }

    private String conflict(Account account, PaidSeat seat, String error) {
      List<PaidSeat> others =
          account.allSeats().stream().filter(other -> !other.equals(seat)).toList();
      if (error.equals("MutuallyExclusiveViolation")) {
        Set<String> families =
            others.stream()
                .flatMap(other -> other.effective().stream())
                .flatMap(plan -> inquiry.ladder().find(plan).stream())
                .map(ServicePlan::family)
                .collect(Collectors.toSet());
        return seat.holding().bought().plans().stream()
            .flatMap(plan -> inquiry.ladder().find(plan.planId()).stream())
            .filter(plan -> plan.counts() && families.contains(plan.family()))
            .map(ServicePlan::name)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
      }
      return error.equals("DependencyViolation")
          ? seat.holding().known().map(Sku::needs).stream()
              .flatMap(List::stream)
              .map(need -> need.replace("@", ""))
              .collect(Collectors.joining(" or "))
          : "";
    }

    private Draft draft(Failure failure) {
      Draft draft =
          new Draft(
                  inquiry,
                  ABOUT,
                  failure.key(),
                  failure.seat().holding().name() + " by " + failure.groups())
              .advice()
              .remedy(remedy(failure.error()))
              .fact("Error", failure.error())
              .fact("License", failure.seat().holding().name())
              .fact("Group", failure.groups());
      return failure.conflict().isEmpty()
          ? draft
          : draft.fact("Services concerned", failure.conflict());
    }

    @Override
    public List<Candidate> plan(List<SkuLine> lines) {
      Map<SkuId, SkuLine> bySku = new HashMap<>();
      lines.forEach(line -> bySku.put(line.skuId(), line));
      List<Candidate> found = new ArrayList<>();
      failures.values().forEach(failure -> found.add(shortage(failure, bySku)));
      return found;
    }

    /** Seats that other findings free would cure it at once. */
    private Candidate shortage(Failure failure, Map<SkuId, SkuLine> lines) {
      int missing = waiting.getOrDefault(failure.key(), 0);
      SkuLine line = lines.get(failure.seat().holding().id());
      int free = line == null ? 0 : Math.max(0, line.purchased() - line.needed());
      return draft(failure)
          .fact("Accounts waiting", String.valueOf(missing))
          .fact("Units free once other findings are acted on", String.valueOf(free))
          .remedy(
              free == 0
                  ? remedy(failure.error())
                  : "Reuse now: other findings on this product free "
                      + free
                      + " units, enough for "
                      + Math.min(free, missing)
                      + " of "
                      + missing
                      + " accounts. Then reprocess the group.")
          .candidate();
    }

    /** Groups that Microsoft marks, although none of their accounts says why. */
    @Override
    public List<Candidate> conclude() {
      return inquiry.snapshot().groups().stream()
          .filter(LicensedGroup::membersWithLicenseErrors)
          .filter(group -> !explained.contains(group.id()))
          .map(this::marked)
          .toList();
    }

    private Candidate marked(LicensedGroup group) {
      String name = Objects.requireNonNullElse(group.displayName(), group.id());
      return new Draft(inquiry, ABOUT, group.id(), name)
          .advice()
          .remedy(remedy("Other"))
          .fact("Group", name)
          .candidate();
    }

    private static String remedy(String error) {
      return switch (error) {
        case COUNT ->
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
