package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.SeatClaim;
import ai.chronom.m365.license.SkuTrait;
import java.util.Collection;
import java.util.List;

/** Which of an account's seats a rule may speak of. */
final class Seats {
  private Seats() {}

  /**
   * Those that a person's absence makes superfluous: not a companion's, a device's or a robot's.
   */
  static List<PaidSeat> personal(Account account) {
    return account.seats().stream()
        .filter(seat -> !seat.holding().is(SkuTrait.COMPANION))
        .filter(seat -> !seat.holding().is(SkuTrait.DEVICE))
        .filter(seat -> !seat.holding().is(SkuTrait.UNATTENDED))
        .toList();
  }

  static List<SeatClaim> removals(Account account, Collection<PaidSeat> seats) {
    return seats.stream().map(seat -> SeatClaim.removal(account, seat)).toList();
  }

  /** Whether one of them was assigned or changed within the grace period. */
  static boolean fresh(Collection<PaidSeat> seats, Inquiry inquiry) {
    return seats.stream()
        .anyMatch(seat -> inquiry.within(seat.changedAt(), inquiry.thresholds().graceDays()));
  }
}
