package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords people may choose: long ones that are not easily guessed (OWASP ASVS 5.0, 6.2).
 * No rules on kinds of characters, no end date.
 */
final class PasswordRule {
  static final int MIN_CHARS = 15;
  static final int MAX_CHARS = 1000;

  /** Of zxcvbn's 0 to 4: 10^8 guesses or more. */
  private static final int SAFE = 3;

  /** What zxcvbn looks at: its time grows with the square of the length. */
  private static final int JUDGED_CHARS = 100;

  private static final List<String> PRODUCT = List.of("chronom", "microsoft");

  /** Shorter parts of a name stand in many good passwords. */
  private static final int WORD_MIN_CHARS = 3;

  private static final Zxcvbn GUESSER = new Zxcvbn();

  private PasswordRule() {}

  /**
   * Throws a {@link Problem} that says what is expected; it never holds the password.
   *
   * @param field name of the field in the form
   */
  static void check(String field, String password, String name) {
    int chars = password.codePointCount(0, password.length());
    if (chars < MIN_CHARS) {
      throw Problem.invalid(
          field, MIN_CHARS + " characters or more are expected, " + chars + " came.");
    }
    if (password.length() > MAX_CHARS) {
      throw Problem.invalid(field, "At most " + MAX_CHARS + " characters are expected.");
    }
    String judged = password.substring(0, Math.min(JUDGED_CHARS, password.length()));
    if (GUESSER.measure(without(judged, name), PRODUCT).getScore() < SAFE) {
      throw Problem.invalid(
          field,
          "This is easily guessed: it is made of known passwords, names, rows of keys or"
              + " repetitions. Take several words that have nothing to do with each other.");
    }
  }

  /** What is left of it without the parts of the name. */
  private static String without(String password, String name) {
    String left = password.toLowerCase(Locale.ROOT);
    for (String word : name.split("[^a-z0-9]+", -1)) {
      left = word.length() < WORD_MIN_CHARS ? left : left.replace(word, "");
    }
    return left.length() == password.length() ? password : left;
  }
}
