package ai.chronom.m365.vault;

/**
 * The master key cannot be used; the message says what was found and what to do. Where the key set
 * itself is at fault, the message continues the name of its file.
 */
final class KeyUnusable extends RuntimeException {
  KeyUnusable(String message) {
    super(message, null, false, false);
  }

  /** Whether the message is a sentence without the file's name before it. */
  boolean isWhole() {
    return Character.isUpperCase(String.valueOf(getMessage()).charAt(0))
        || String.valueOf(getMessage()).startsWith("chronom.");
  }
}
