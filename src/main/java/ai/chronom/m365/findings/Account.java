package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.UserTraces;
import java.util.ArrayList;
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

  private static final Comparator<PaidSeat> BY_PRODUCT =
      Comparator.comparing(seat -> seat.holding().id());

  public static Account of(
      ScannedUser user, UserTraces traces, Inquiry inquiry, IdentityClasses classes) {
    List<PaidSeat> paid = new ArrayList<>(user.seats().size());
    List<PaidSeat> free = new ArrayList<>();
    boolean mailbox = false;
    for (Seat one : user.seats()) {
      PaidSeat seat = inquiry.holdings().seat(one).orElse(null);
      if (seat != null) {
        (seat.holding().paid() ? paid : free).add(seat);
        mailbox |= Mailboxes.has(seat.effective(), inquiry.ladder());
      }
    }
    paid.sort(BY_PRODUCT);
    free.sort(BY_PRODUCT);
    return new Account(
        user,
        traces,
        classes.of(user, traces),
        LastActivity.of(user, traces, inquiry.sources()),
        paid,
        free,
        mailbox);
  }

  /** The same account, known to be something else after all. */
  public Account as(Identity other) {
    return new Account(user, traces, other, lastActivity, seats, freeSeats, mailboxPlan);
  }

  /** All its seats, whether they cost money or not. */
  public List<PaidSeat> allSeats() {
    return Stream.concat(seats.stream(), freeSeats.stream()).toList();
  }
}
