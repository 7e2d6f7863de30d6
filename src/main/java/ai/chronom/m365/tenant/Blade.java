package ai.chronom.m365.tenant;

import java.util.Locale;

/** A page of the portal that remedies send people to; see {@link PortalLinks#to}. */
public enum Blade {
  OVERVIEW,
  API_PERMISSIONS,
  SECRETS,
  AUTHENTICATION,
  ENTERPRISE_APPLICATIONS,
  CONDITIONAL_ACCESS;

  /** By its lower-kebab word; throws {@link IllegalArgumentException} for another. */
  public static Blade of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
