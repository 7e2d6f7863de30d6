package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.SubscribedSku;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seat and the product that it belongs to.
 *
 * @param effective plans switched on for this user over all active paths
 * @param working those of them that Microsoft has finished providing in this tenant
 */
public record PaidSeat(Seat seat, Holding holding, Set<PlanId> effective, Set<PlanId> working) {
  public PaidSeat {
    effective = Set.copyOf(effective);
    working = Set.copyOf(working);
  }

  public static PaidSeat of(Seat seat, Holding holding) {
    boolean whole =
        seat.paths().stream().anyMatch(path -> path.active() && path.disabledPlans().isEmpty());
    if (whole) {
      return new PaidSeat(seat, holding, holding.plans(), holding.working());
    }
    Set<PlanId> on = new HashSet<>();
    Set<PlanId> working = new HashSet<>();
    for (AssignmentPath path : seat.paths()) {
      for (SubscribedSku.Plan plan : holding.bought().plans()) {
        if (path.active() && !path.disabledPlans().contains(plan.planId())) {
          on.add(plan.planId());
          if (plan.provisioningStatus().equals("Success")) {
            working.add(plan.planId());
          }
        }
      }
    }
    return new PaidSeat(seat, holding, on, working);
  }

  /** The same of another user, whose license came by the same ways. */
  PaidSeat of(Seat other) {
    return new PaidSeat(other, holding, effective, working);
  }

  /** Whether some path of it failed. */
  public boolean inError() {
    return seat.paths().stream().anyMatch(path -> !path.state().equals("Active"));
  }

  public boolean byGroup() {
    return seat.paths().stream().anyMatch(path -> !path.direct());
  }

  public boolean direct() {
    return seat.paths().stream().anyMatch(AssignmentPath::direct);
  }

  /** The first group that assigns it, by id; empty when none does. */
  public String groupId() {
    return seat.paths().stream()
        .flatMap(path -> Optional.ofNullable(path.groupId()).stream())
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** When its newest active path last changed; null when Microsoft says none. */
  public @Nullable Instant changedAt() {
    return seat.changedAt();
  }
}
