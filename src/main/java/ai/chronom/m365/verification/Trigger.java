package ai.chronom.m365.verification;

import java.util.Locale;

/** Why a verification takes place. */
public enum Trigger {
  ONBOARDING,
  SECRET_REPLACED,
  /** An admin gave consent by our link. */
  CONSENT,
  /** Somebody asked for it. */
  ON_DEMAND,
  /** Consent was missing a moment ago, and may show by now. */
  RECHECK,
  SCHEDULE;

  /** After these somebody is likely to be clicking in the portal. */
  boolean isByPeople() {
    return this != RECHECK && this != SCHEDULE;
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
