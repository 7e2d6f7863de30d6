package ai.chronom.m365.findings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an activity list says of one person.
 *
 * @param lastActive null when it names no day
 * @param desktop with the desktop app, in the time that the list covers
 * @param web in the browser, in that time
 */
public record ProductUse(@Nullable LocalDate lastActive, boolean desktop, boolean web) {
  /** Whether it was used on that day or later; in the list's time when no day is named. */
  boolean since(LocalDate day) {
    return lastActive == null ? desktop || web : !lastActive.isBefore(day);
  }
}
