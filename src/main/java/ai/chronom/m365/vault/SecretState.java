package ai.chronom.m365.vault;

import java.util.Locale;

/** How a secret stands to its last day, as far as we were told that day. */
public enum SecretState {
  VALID,
  /** Its last day is at most {@link SecretDescription#EXPIRING_DAYS} days away. */
  EXPIRING,
  EXPIRED,
  /** Nobody told us its last day. */
  UNKNOWN;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
