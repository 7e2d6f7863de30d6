package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.Sku;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whether what a product builds on is there. */
record Needs(PlanLadder ladder) {
  /** True when it needs nothing, or one of what it may build on is among the seats. */
  boolean met(Sku sku, Collection<PaidSeat> seats) {
    return sku.needs().isEmpty() || sku.needs().stream().anyMatch(need -> met(need, seats));
  }

  private boolean met(String need, Collection<PaidSeat> seats) {
    if (need.startsWith("@")) {
      return seats.stream().anyMatch(seat -> seat.holding().family().equals(need.substring(1)));
    }
    Set<PlanId> on = new HashSet<>();
    seats.forEach(seat -> on.addAll(seat.effective()));
    Set<PlanId> closure = ladder.closure(on);
    return ladder.named(need).stream().anyMatch(closure::contains);
  }
}
