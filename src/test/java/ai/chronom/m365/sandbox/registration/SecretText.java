package ai.chronom.m365.sandbox.registration;

import java.util.random.RandomGenerator;

/**
 * Secrets of the shape that Entra generates today: 40 characters, a digit and {@code Q~} at the
 * fourth.
 */
final class SecretText {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~.-";
  private static final int LETTERS_AND_DIGITS = 62;
  private static final int TAIL_LENGTH = 34;

  private SecretText() {}

  static String next(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(ALPHABET.charAt(random.nextInt(LETTERS_AND_DIGITS)));
    }
    text.append(random.nextInt(10)).append("Q~");
    for (int i = 0; i < TAIL_LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
