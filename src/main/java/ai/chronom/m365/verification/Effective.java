package ai.chronom.m365.verification;

import java.util.Locale;

/** Whether a permission really opens what it should open. */
public enum Effective {
  YES,
  NO,
  /** Nothing can prove it, which is no failure. */
  NOT_VERIFIABLE,
  /** The tenant lacks the license that the service asks for. */
  LICENSE_MISSING,
  /** The tenant does not use the service. */
  SERVICE_ABSENT,
  /** The service gave no clear answer this time. */
  UNKNOWN;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
