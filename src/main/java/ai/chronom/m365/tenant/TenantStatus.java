package ai.chronom.m365.tenant;

import java.util.Locale;

/** Where a tenant stands, by its latest verification. */
public enum TenantStatus {
  VERIFYING,
  VERIFIED,
  ACTION_REQUIRED,
  CREDENTIAL_FAILED,
  UNREACHABLE;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
