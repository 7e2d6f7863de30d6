package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import java.util.Comparator;
import java.util.List;

/**
 * A licensed account as rules see it.
 *
 * @param seats its seats that cost money, in the order of their GUIDs
 */
public record Account(
    ScannedUser user, Identity identity, LastActivity lastActivity, List<PaidSeat> seats) {
  public Account {
    seats = List.copyOf(seats);
  }

  public static Account of(ScannedUser user, Inquiry inquiry, IdentityClasses classes) {
    List<PaidSeat> seats =
        user.seats().stream()
            .flatMap(
                seat ->
                    inquiry.holdings().find(seat.skuId()).stream()
                        .filter(Holding::paid)
                        .map(holding -> PaidSeat.of(seat, holding)))
            .sorted(Comparator.comparing(seat -> seat.holding().id()))
            .toList();
    return new Account(user, classes.of(user), LastActivity.of(user, inquiry.sources()), seats);
  }
}
