package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.UserTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When people leave the company, where the tenant lets us know. */
public final class LeaveDates {
  /** Announced so far ahead, a license may be planned to go. */
  private static final int SOON_DAYS = 30;

  private LeaveDates() {}

  /** The day on which its person left; empty for somebody who came back since. */
  public static Optional<LocalDate> left(ScannedUser user, UserTraces traces, Instant now) {
    Instant hired = user.hiredAt();
    return Optional.ofNullable(traces.optional().leavesAt())
        .filter(at -> at.isBefore(now))
        .filter(at -> hired == null || hired.isBefore(at))
        .map(LeaveDates::day);
  }

  /** The day within a month on which its person will leave. */
  public static Optional<LocalDate> leavingSoon(UserTraces traces, Instant now) {
    return Optional.ofNullable(traces.optional().leavesAt())
        .filter(at -> !at.isBefore(now) && at.isBefore(now.plus(Duration.ofDays(SOON_DAYS))))
        .map(LeaveDates::day);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
