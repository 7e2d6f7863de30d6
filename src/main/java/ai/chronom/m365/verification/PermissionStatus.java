package ai.chronom.m365.verification;

import java.util.Locale;

/** Where a permission stands, and so what is to be done. */
public enum PermissionStatus {
  GRANTED,
  /** Somebody must press Grant admin consent. */
  CONSENT_MISSING,
  /** It is not on the app registration's list. */
  NOT_CONFIGURED,
  /** The delegated permission of that name was picked instead of the application permission. */
  WRONG_TYPE,
  UNKNOWN;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
