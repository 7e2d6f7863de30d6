package ai.chronom.m365.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When nobody wants to be told, each day, in the time of one place; may reach over midnight.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("two different times expected, " + from + " given twice");
    }
  }

  /** That time, or the end of the quiet hours that it falls into. */
  Instant earliest(Instant wanted) {
    ZonedDateTime local = wanted.atZone(zone);
    if (!isQuiet(local.toLocalTime())) {
      return wanted;
    }
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }

  private boolean isQuiet(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean notOver = time.isBefore(to);
    return from.isBefore(to) ? begun && notOver : begun || notOver;
  }
}
