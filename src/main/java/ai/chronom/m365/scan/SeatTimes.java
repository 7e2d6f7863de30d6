package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the seats of one user changed, as one short text: seconds since 1970, in the order of the
 * seats, with one blank between them; empty where Microsoft says none.
 */
final class SeatTimes {
  private static final char BLANK = ' ';

  private SeatTimes() {}

  /** Null for no seat. */
  static @Nullable String text(List<Seat> seats) {
    if (seats.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder(11 * seats.size());
    for (int i = 0; i < seats.size(); i++) {
      if (i > 0) {
        text.append(BLANK);
      }
      Instant changedAt = seats.get(i).changedAt();
      if (changedAt != null) {
        text.append(changedAt.getEpochSecond());
      }
    }
    return text.toString();
  }

  /** The seats with their times; the other way round of {@link #text}. */
  static List<Seat> on(List<Seat> seats, @Nullable String text) {
    if (text == null) {
      return seats;
    }
    List<Seat> timed = new ArrayList<>(seats.size());
    int from = 0;
    for (Seat seat : seats) {
      int blank = text.indexOf(BLANK, from);
      int to = blank < 0 ? text.length() : blank;
      timed.add(
          from >= to
              ? seat
              : seat.changed(Instant.ofEpochSecond(Long.parseLong(text, from, to, 10))));
      from = to + 1;
    }
    return timed;
  }
}
