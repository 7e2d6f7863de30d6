package ai.chronom.m365.verification;

import java.util.Locale;

/** Why a verification takes place. */
public enum Trigger {
  ONBOARDING,
  SECRET_REPLACED,
  /** Somebody asked for it. */
  ON_DEMAND,
  SCHEDULE;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
