package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Seats that people give back who leave within a month, where the tenant lets us know. */
final class Leavers {
  private final Inquiry inquiry;
  private final Map<SkuId, Integer> seats = new HashMap<>();

  Leavers(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** Counts what no finding frees already. */
  void hear(Account account, List<Candidate> found) {
    boolean soon =
        account.identity().kind().person()
            && LeaveDates.leavingSoon(account.user(), account.traces(), inquiry).isPresent();
    if (!soon) {
      return;
    }
    Set<SkuId> freed =
        found.stream()
            .filter(one -> one.weight() == Candidate.Weight.CLAIM)
            .flatMap(one -> one.seats().stream())
            .map(SeatClaim::skuId)
            .collect(Collectors.toSet());
    account.seats().stream()
        .map(seat -> seat.holding().id())
        .filter(sku -> !freed.contains(sku))
        .forEach(sku -> seats.merge(sku, 1, Integer::sum));
  }

  /** How many of each product. */
  Map<SkuId, Integer> seats() {
    return Map.copyOf(seats);
  }
}
