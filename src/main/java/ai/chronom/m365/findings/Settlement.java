package ai.chronom.m365.findings;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate after the ledger. Amounts are per month in the currency of the holdings.
 *
 * @param dismissed somebody decided to leave it, so it claims nothing
 * @param gross worth taken alone; null when no price is known
 * @param net worth after the ledger; null when no price is known
 */
record Settlement(
    Candidate candidate,
    boolean dismissed,
    @Nullable BigDecimal gross,
    @Nullable BigDecimal net,
    List<SettledSeat> seats) {
  Settlement {
    seats = List.copyOf(seats);
  }

  /** Of a finding about spare units, which has no seats. */
  Settlement ofUnits(@Nullable BigDecimal unitsGross, @Nullable BigDecimal unitsNet) {
    return new Settlement(candidate, dismissed, unitsGross, unitsNet, seats);
  }

  static Settlement of(Candidate candidate, boolean dismissed, List<SettledSeat> seats) {
    if (seats.isEmpty() && candidate.weight() == Candidate.Weight.ADVICE) {
      return new Settlement(candidate, dismissed, BigDecimal.ZERO, BigDecimal.ZERO, seats);
    }
    return new Settlement(
        candidate,
        dismissed,
        sum(seats.stream().map(SettledSeat::gross).toList()),
        sum(seats.stream().map(SettledSeat::net).toList()),
        seats);
  }

  /** Zero where the price is unknown. */
  BigDecimal netOrZero() {
    return net == null ? BigDecimal.ZERO : net;
  }

  /**
   * One seat of it.
   *
   * @param countedIn the rule that counts it already; null otherwise
   */
  record SettledSeat(
      SeatClaim claim,
      @Nullable BigDecimal gross,
      @Nullable BigDecimal net,
      @Nullable RuleId countedIn) {}

  private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> amounts) {
    BigDecimal total = null;
    for (BigDecimal amount : amounts) {
      if (amount != null) {
        total = total == null ? amount : total.add(amount);
      }
    }
    return total;
  }
}
