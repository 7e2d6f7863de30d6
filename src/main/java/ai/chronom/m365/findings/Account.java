package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.UserTraces;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A licensed account as rules see it.
 *
 * @param traces what the services know of it
 * @param seats its seats that cost money, in the order of their GUIDs
 * @param freeSeats its other seats, in the same order
 * @param mailboxPlan whether one of all these gives a mailbox
 */
public record Account(
    ScannedUser user,
    UserTraces traces,
    Identity identity,
    LastActivity lastActivity,
    List<PaidSeat> seats,
    List<PaidSeat> freeSeats,
    boolean mailboxPlan) {
  public Account {
    seats = List.copyOf(seats);
    freeSeats = List.copyOf(freeSeats);
  }

  public static Account of(
      ScannedUser user, UserTraces traces, Inquiry inquiry, IdentityClasses classes) {
    List<PaidSeat> all =
        user.seats().stream()
            .flatMap(
                seat ->
                    inquiry.holdings().find(seat.skuId()).stream()
                        .map(holding -> PaidSeat.of(seat, holding)))
            .sorted(Comparator.comparing(seat -> seat.holding().id()))
            .toList();
    return new Account(
        user,
        traces,
        classes.of(user, traces),
        LastActivity.of(user, traces, inquiry.sources()),
        all.stream().filter(seat -> seat.holding().paid()).toList(),
        all.stream().filter(seat -> !seat.holding().paid()).toList(),
        all.stream().anyMatch(seat -> Mailboxes.has(seat.effective(), inquiry.ladder())));
  }

  /** The same account, known to be something else after all. */
  Account as(Identity other) {
    return new Account(user, traces, other, lastActivity, seats, freeSeats, mailboxPlan);
  }

  /** All its seats, whether they cost money or not. */
  public List<PaidSeat> allSeats() {
    return Stream.concat(seats.stream(), freeSeats.stream()).toList();
  }
}
