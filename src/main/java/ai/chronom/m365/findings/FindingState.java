package ai.chronom.m365.findings;

import java.util.Locale;

/** Where a finding stands in its life. */
public enum FindingState {
  OPEN,
  /** Somebody decided to leave it as it is. */
  DISMISSED,
  /** No longer seen; kept with the saving it had. */
  RESOLVED;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
