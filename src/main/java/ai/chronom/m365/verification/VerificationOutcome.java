package ai.chronom.m365.verification;

import java.util.Locale;

/** How a verification ended. */
public enum VerificationOutcome {
  VERIFIED,
  /** Somebody has to click something; the rows say what. */
  ACTION_REQUIRED,
  /** It could not be carried out: rejected credentials, no connection, or an interruption. */
  FAILED;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
