package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who works with a seat, and since when. */
final class People {
  private People() {}

  /** An enabled account of somebody who works here. */
  static boolean working(Account account) {
    return account.user().accountEnabled() && account.identity().kind().person();
  }

  /** The account's seats of those product families that are old enough to judge. */
  static List<PaidSeat> settled(Account account, Inquiry inquiry, int days, String... families) {
    List<String> wanted = List.of(families);
    return account.seats().stream()
        .filter(seat -> wanted.contains(seat.holding().family()))
        .filter(seat -> !seat.inError())
        .filter(seat -> !inquiry.within(seat.changedAt(), days))
        .toList();
  }

  /** Whether a day lies within so many days before the snapshot. */
  static boolean within(@Nullable LocalDate day, Inquiry inquiry, int days) {
    return day != null
        && inquiry.within(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), days);
  }
}
