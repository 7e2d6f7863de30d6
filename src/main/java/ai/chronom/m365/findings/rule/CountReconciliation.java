package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** R25: seats that Microsoft counts and that no account holds. */
public final class CountReconciliation implements Rule {
  static final About ABOUT =
      new About(
          "R25",
          "Deleted users and seats that don't add up",
          1,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.DELETED_USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int TOLERATED_SEATS = 2;
  private static final int TOLERATED_PERCENT = 1;
  private static final int PERCENT = 100;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Counts(inquiry, new HashMap<>());
  }

  private record Counts(Inquiry inquiry, Map<SkuId, Integer> held) implements Inspection {
    @Override
    public void notice(Account account) {
      for (PaidSeat seat : account.allSeats()) {
        if (seat.seat().paths().stream().anyMatch(AssignmentPath::active)) {
          held.merge(seat.holding().id(), 1, Integer::sum);
        }
      }
    }

    @Override
    public List<Candidate> conclude() {
      if (!inquiry.directoryGaps().isEmpty()) {
        return List.of();
      }
      long[] deleted = {0};
      inquiry
          .snapshot()
          .inventory()
          .forEachDeletedUser(user -> deleted[0] += user.seats() > 0 ? 1 : 0);
      return inquiry.holdings().all().stream()
          .filter(holding -> holding.paid() && !holding.is(SkuTrait.DEVICE))
          .filter(holding -> !holding.is(SkuTrait.POOLED))
          .flatMap(holding -> reconcile(holding, deleted[0]).stream())
          .toList();
    }

    private Optional<Candidate> reconcile(Holding holding, long deleted) {
      int used = holding.bought().consumedUnits();
      int counted = held.getOrDefault(holding.id(), 0);
      int delta = used - counted;
      boolean recycled = delta > 0 && delta <= deleted;
      int tolerated = Math.max(TOLERATED_SEATS, used * TOLERATED_PERCENT / PERCENT);
      if (delta == 0 || (!recycled && Math.abs(delta) <= tolerated)) {
        return Optional.empty();
      }
      return Optional.of(
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .confidence(Confidence.MEDIUM)
              .advice()
              .remedy(recycled ? recycledRemedy() : unexplainedRemedy())
              .fact("In use as Microsoft counts", String.valueOf(used))
              .fact("Accounts that hold it", String.valueOf(counted))
              .fact("Deleted accounts with licenses", String.valueOf(deleted))
              .candidate());
    }

    private static String recycledRemedy() {
      return "Deleted accounts seem to hold these seats: they come free 30 days after the deletion."
          + " To have them sooner, delete the accounts for good, after checking for holds: Entra"
          + " admin center > Users > Deleted users.";
    }

    private static String unexplainedRemedy() {
      return "Microsoft's count and the accounts differ. Wait for the next scan; when it stays,"
          + " compare the list in Microsoft 365 admin center > Billing > Licenses with the accounts.";
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(inquiry.sources().gaps(CollectionName.DELETED_USERS));
    }
  }
}
