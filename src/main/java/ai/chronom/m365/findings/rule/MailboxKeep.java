package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Mailboxes;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.SeatClaim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes an account's seats away, all but the mailbox plan that a hold, an archive or its size
 * needs: then Exchange Online Plan 2 stays, or comes instead of a suite.
 *
 * @param claims seats to free; one of them may be replaced
 * @param kept what stays or comes for the mailbox's sake, in words; empty when nothing does
 */
record MailboxKeep(List<SeatClaim> claims, Optional<String> kept) {
  private static final String PLAN = "EXCHANGEENTERPRISE";

  static MailboxKeep of(Account account, List<PaidSeat> seats, Inquiry inquiry) {
    if (!MailboxState.of(account, inquiry).needsPlan()) {
      return new MailboxKeep(Seats.removals(account, seats), Optional.empty());
    }
    Optional<PaidSeat> carrier =
        seats.stream()
            .filter(seat -> Mailboxes.has(seat.effective(), inquiry.ladder()))
            .min(Comparator.comparing((PaidSeat seat) -> seat.holding().unitAmount()));
    List<PaidSeat> gone = new ArrayList<>(seats);
    carrier.ifPresent(gone::remove);
    List<SeatClaim> claims = new ArrayList<>(Seats.removals(account, gone));
    Optional<Holding> plan = inquiry.holdings().offer(PLAN).filter(one -> cheaper(one, carrier));
    plan.ifPresent(one -> claims.add(swap(account, carrier.orElseThrow(), one)));
    return new MailboxKeep(
        claims, carrier.map(seat -> plan.map(Holding::name).orElse(seat.holding().name())));
  }

  private static boolean cheaper(Holding plan, Optional<PaidSeat> carrier) {
    return carrier
        .filter(seat -> seat.holding().unitAmount().compareTo(plan.unitAmount()) > 0)
        .isPresent();
  }

  private static SeatClaim swap(Account account, PaidSeat carrier, Holding plan) {
    return new SeatClaim(
        account.user().id(),
        account.user().userPrincipalName(),
        carrier.holding().id(),
        List.of(plan.id()));
  }

  /** How to do it, before the licenses go; empty when nothing has to stay. */
  String remedy() {
    return kept.map(name -> "Keep " + name + " for the mailbox, and only that. ").orElse("");
  }
}
