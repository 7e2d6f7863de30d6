package ai.chronom.m365.scan;

/** An answer of Graph broke its own format or one of our limits, again after repeating. */
final class Unreadable extends RuntimeException {
  /**
   * @param message for pages: what was expected and what came, no personal data
   */
  Unreadable(String message) {
    super(message, null, false, false);
  }
}
