package ai.chronom.m365.vault;

/** A sealed value does not open: altered, moved, older, or sealed with another key. */
final class SealBroken extends RuntimeException {
  SealBroken() {
    super("the sealed value does not open", null, false, false);
  }
}
