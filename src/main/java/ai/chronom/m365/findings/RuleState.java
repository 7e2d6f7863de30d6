package ai.chronom.m365.findings;

import java.util.Locale;

/** How far a rule could be evaluated. */
public enum RuleState {
  EVALUATED,
  /** It ran, with some evidence missing. */
  PARTIAL,
  NOT_EVALUATED;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
