package ai.chronom.m365.verification;

/** Texts from outside, cut to what a column holds. */
final class Text {
  private static final int MAX_CHARS = 1000;

  private Text() {}

  static String fitting(String text) {
    return fitting(text, MAX_CHARS);
  }

  /** The database takes no NUL. */
  static String fitting(String text, int maxChars) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= maxChars ? clean : clean.substring(0, maxChars);
  }
}
