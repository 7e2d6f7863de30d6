package ai.chronom.m365.scan;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts all GUIDs, in their order as text, into ranges of some hundred accounts each: Entra's ids
 * are random, so equal ranges hold about as many.
 */
final class IdRanges {
  private static final int ACCOUNTS = 500;
  private static final int RANGES_MAX = 1 << 16;

  /** Behind every GUID in lower case. */
  private static final String END = "g";

  private IdRanges() {}

  /** Where each range ends; the id itself belongs to the next. */
  static List<String> ends(long accounts) {
    return ends(accounts, ACCOUNTS);
  }

  /** Ranges of about so many accounts. */
  static List<String> ends(long accounts, int each) {
    int ranges = (int) Math.max(1, Math.min(RANGES_MAX, accounts / each));
    Stream<String> ends =
        IntStream.range(1, ranges)
            .mapToObj(i -> String.format(Locale.ROOT, "%04x", (long) i * RANGES_MAX / ranges));
    return Stream.concat(ends, Stream.of(END)).toList();
  }
}
