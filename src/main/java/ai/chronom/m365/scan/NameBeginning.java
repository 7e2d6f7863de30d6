package ai.chronom.m365.scan;

import java.util.Locale;

/**
 * How a name begins that somebody looks for: as a range that an index knows, and as a pattern.
 *
 * @param first the least name that begins so
 */
record NameBeginning(String first) {
  private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

  static NameBeginning of(String typed) {
    return new NameBeginning(typed.strip().toLowerCase(Locale.ROOT));
  }

  boolean any() {
    return first.isEmpty();
  }

  boolean begins(String name) {
    return name.startsWith(first);
  }

  /**
   * Behind all names that begin so, whether code points are compared or UTF-16, which differ above
   * U+D7FF; there the range is wider than need be, and {@link #pattern} decides.
   */
  String end() {
    int[] points = first.codePoints().toArray();
    int last = points.length - 1;
    while (last >= 0 && points[last] >= LAST_BEFORE_SURROGATES) {
      last--;
    }
    if (last < 0) {
      return Character.toString(Character.MAX_CODE_POINT);
    }
    points[last]++;
    return new String(points, 0, last + 1);
  }

  /** For {@code like … escape '!'}: what was typed is no pattern. */
  String pattern() {
    return first.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
