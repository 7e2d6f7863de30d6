package ai.chronom.m365.findings;

import org.jspecify.annotations.Nullable;

/** Texts that must fit a column: names of the tenant can be of any length. */
final class Texts {
  private Texts() {}

  static @Nullable String cut(@Nullable String text, int maxChars) {
    return text == null ? null : fit(text, maxChars);
  }

  static String fit(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    // Never between the halves of one character.
    int end = Character.isHighSurrogate(text.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
    return text.substring(0, end) + "…";
  }
}
