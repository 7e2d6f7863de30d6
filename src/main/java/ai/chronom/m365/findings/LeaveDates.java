package ai.chronom.m365.findings;

import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.UserTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When people leave the company, where the tenant or its admin lets us know. */
public final class LeaveDates {
  /** Announced so far ahead, a license may be planned to go. */
  private static final int SOON_DAYS = 30;

  private LeaveDates() {}

  /** Whether anything tells who leaves. */
  public static boolean known(Inquiry inquiry) {
    return inquiry.sources().known(CollectionName.LEAVE_DATES)
        || !inquiry.lists().leavers().isEmpty();
  }

  /** The day on which its person left; empty for somebody who came back since. */
  public static Optional<LocalDate> left(ScannedUser user, UserTraces traces, Inquiry inquiry) {
    Instant hired = user.hiredAt();
    return leaves(user, traces, inquiry)
        .filter(at -> at.isBefore(inquiry.now()))
        .filter(at -> hired == null || hired.isBefore(at))
        .map(LeaveDates::day);
  }

  /** The day within a month on which its person will leave. */
  public static Optional<LocalDate> leavingSoon(
      ScannedUser user, UserTraces traces, Inquiry inquiry) {
    Instant now = inquiry.now();
    return leaves(user, traces, inquiry)
        .filter(at -> !at.isBefore(now) && at.isBefore(now.plus(Duration.ofDays(SOON_DAYS))))
        .map(LeaveDates::day);
  }

  /** What the admin says goes before what the directory says. A day of work lasts to its end. */
  private static Optional<Instant> leaves(ScannedUser user, UserTraces traces, Inquiry inquiry) {
    return inquiry
        .lists()
        .lastDay(user)
        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1))
        .or(() -> Optional.ofNullable(traces.optional().leavesAt()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
