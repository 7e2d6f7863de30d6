package ai.chronom.m365.platform;

import java.security.SecureRandom;

/** Makes passwords that are handed over once: easy to read out and to type, 150 random bits. */
final class OneTimePassword {
  /** No look-alikes. */
  private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";

  private static final int GROUPS = 6;
  private static final int GROUP_CHARS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimePassword() {}

  static String random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_CHARS; i++) {
      if (i > 0 && i % GROUP_CHARS == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
