package ai.chronom.m365.scan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads times as Graph writes them. */
final class GraphTime {
  private static final int MAX_CHARS = 40;
  private static final int NEVER_YEAR = 1;
  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 9999;

  private GraphTime() {}

  /**
   * Null for Entra's word for never, {@code 0001-01-01T00:00:00Z}, and for what is no time.
   *
   * @param warn run for what is no time, or none that databases can hold
   */
  static @Nullable Instant parse(String text, Runnable warn) {
    try {
      Instant time = Instant.parse(GraphText.cut(text, MAX_CHARS));
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year >= YEAR_MIN && year <= YEAR_MAX) {
        return time;
      }
      if (year != NEVER_YEAR) {
        warn.run();
      }
    } catch (DateTimeParseException e) {
      warn.run();
    }
    return null;
  }
}
