package ai.chronom.m365.findings;

import java.util.Locale;

/** How sure a finding is; only what is high counts in the headline. */
public enum Confidence {
  /** A fact in Graph. */
  HIGH,
  /** Two sources of use agree: the second figure. */
  MEDIUM,
  /** One source, or a proxy: to review, never an amount. */
  LOW;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
