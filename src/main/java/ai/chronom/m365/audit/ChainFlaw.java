package ai.chronom.m365.audit;

import java.util.Locale;

/**
 * The first place where the chain is not what we wrote.
 *
 * @param detail one sentence for people
 */
public record ChainFlaw(long position, Kind kind, String detail) {
  /** What is wrong there. */
  public enum Kind {
    /** The event is not what was written there: edited, moved, or put there by somebody else. */
    ALTERED,
    /** There is no event: deleted, or the end was cut off. */
    MISSING,
    /** There is an event that we did not write. */
    INSERTED,
    /** The note of where the chain ends is gone or does not fit. */
    HEAD_BROKEN,
    /** The chain holds together, but once it was another one. */
    REPLACED;

    /** The word on the wire: lower-kebab. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static ChainFlaw altered(long position) {
    return new ChainFlaw(
        position,
        Kind.ALTERED,
        "Event " + position + " is not what was written there: it was edited, moved or replaced.");
  }

  static ChainFlaw missing(long position) {
    return new ChainFlaw(
        position, Kind.MISSING, "Event " + position + " is missing: it was deleted or cut off.");
  }

  static ChainFlaw inserted(long position) {
    return new ChainFlaw(
        position, Kind.INSERTED, "Event " + position + " was not written by this product.");
  }

  static ChainFlaw headBroken(long position) {
    return new ChainFlaw(
        position,
        Kind.HEAD_BROKEN,
        "The note of where the chain ends is gone or does not fit event " + position + ".");
  }

  static ChainFlaw replaced(long position) {
    return new ChainFlaw(
        position,
        Kind.REPLACED,
        "Event "
            + position
            + " is not the one that was seen there before: the chain was replaced.");
  }
}
