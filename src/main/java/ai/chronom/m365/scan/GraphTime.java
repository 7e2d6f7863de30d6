package ai.chronom.m365.scan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads times as Graph writes them. */
final class GraphTime {
  private static final int MAX_CHARS = 40;
  private static final String PLAIN = "0000-00-00T00:00:00Z";
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
      Instant plain = plain(text);
      Instant time = plain == null ? Instant.parse(GraphText.cut(text, MAX_CHARS)) : plain;
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

  /** Null unless it is {@code 2026-11-23T06:00:00Z}, as nearly all are: five per user. */
  private static @Nullable Instant plain(String text) {
    if (text.length() != PLAIN.length()) {
      return null;
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char c = text.charAt(i);
      boolean digit = PLAIN.charAt(i) == '0';
      if (digit ? c < '0' || c > '9' : c != PLAIN.charAt(i)) {
        return null;
      }
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
