package ai.chronom.m365.verification;

import java.util.Locale;

/** Whether a permission is configured, or consented. */
public enum Answer {
  YES,
  NO,
  /** It cannot be seen from here. */
  UNKNOWN;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
