package ai.chronom.m365.scan;

/** Makes outside text fit to store: bounded, without what a database or a page cannot hold. */
final class GraphText {
  private static final char REPLACEMENT = '\uFFFD';

  private GraphText() {}

  /**
   * No NUL, which PostgreSQL refuses, and no half of a surrogate pair; at most {@code maxChars}.
   */
  static String clean(String text, int maxChars) {
    return clean(cut(text, maxChars));
  }

  /** Never cuts a surrogate pair in two. */
  static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return text.substring(0, end);
  }

  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? REPLACEMENT
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
