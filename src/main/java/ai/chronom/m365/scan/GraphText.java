package ai.chronom.m365.scan;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes outside text fit to store: bounded, without what a database or a page cannot hold. */
final class GraphText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String GUID = "00000000-0000-0000-0000-000000000000";

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

  /** In lower case; null when it is none. */
  static @Nullable String guid(String text) {
    if (text.length() != GUID.length()) {
      return null;
    }
    if (isPlainGuid(text)) {
      return text;
    }
    try {
      return UUID.fromString(text).toString().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** As Microsoft writes nearly all of them: nothing has to be changed. */
  private static boolean isPlainGuid(String text) {
    for (int i = 0; i < GUID.length(); i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (GUID.charAt(i) == '-' ? c != '-' : !hex) {
        return false;
      }
    }
    return true;
  }
}
