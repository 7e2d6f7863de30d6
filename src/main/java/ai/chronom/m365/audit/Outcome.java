package ai.chronom.m365.audit;

import java.util.Locale;

/** How an audited action ended. */
public enum Outcome {
  SUCCEEDED,
  /** Somebody said no: we to a caller, or Entra to us. */
  REFUSED,
  /** It could not be done. */
  FAILED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
