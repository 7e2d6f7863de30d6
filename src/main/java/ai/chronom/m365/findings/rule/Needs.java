package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.Sku;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a product builds on is there. */
record Needs(PlanLadder ladder) {
  /** True when it needs nothing, or one of what it may build on is among the seats. */
  boolean met(Sku sku, Collection<PaidSeat> seats) {
    return sku.needs().isEmpty() || sku.needs().stream().anyMatch(need -> met(need, seats));
  }

  /**
   * Plays a remedy through: names of what would remain and would lack what it builds on; nothing
   * when all goes well, empty when something breaks for sure. Of a product that is not bought yet
   * nobody knows the composition: then somebody must look.
   */
  Optional<List<String>> afterwards(
      Account account, Collection<PaidSeat> gone, Collection<Holding> come) {
    List<PaidSeat> rest = account.allSeats().stream().filter(seat -> !gone.contains(seat)).toList();
    List<String> broken =
        rest.stream()
            .flatMap(seat -> seat.holding().known().stream())
            .filter(sku -> met(sku, account.allSeats()) && !met(sku, rest))
            .filter(sku -> sku.needs().stream().noneMatch(need -> gives(need, rest, come)))
            .map(Sku::name)
            .sorted()
            .toList();
    boolean known = come.stream().noneMatch(holding -> holding.bought().plans().isEmpty());
    return broken.isEmpty() || !known ? Optional.of(broken) : Optional.empty();
  }

  private boolean gives(String need, Collection<PaidSeat> rest, Collection<Holding> come) {
    if (need.startsWith("@")) {
      return come.stream().anyMatch(holding -> holding.family().equals(need.substring(1)));
    }
    Set<PlanId> on = new HashSet<>();
    rest.forEach(seat -> on.addAll(seat.effective()));
    come.forEach(holding -> on.addAll(holding.working()));
    Set<PlanId> closure = ladder.closure(on);
    return ladder.named(need).stream().anyMatch(closure::contains);
  }

  private boolean met(String need, Collection<PaidSeat> seats) {
    if (need.startsWith("@")) {
      return seats.stream().anyMatch(seat -> seat.holding().family().equals(need.substring(1)));
    }
    Set<PlanId> wanted = ladder.named(need);
    return seats.stream()
        .anyMatch(seat -> !Collections.disjoint(ladder.closure(seat.effective()), wanted));
  }
}
