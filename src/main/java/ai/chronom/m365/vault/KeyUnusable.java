package ai.chronom.m365.vault;

/** The master key cannot be used; the message says what was found and what to do. */
final class KeyUnusable extends RuntimeException {
  KeyUnusable(String message) {
    super(message, null, false, false);
  }
}
