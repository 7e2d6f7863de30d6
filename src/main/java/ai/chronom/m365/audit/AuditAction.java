package ai.chronom.m365.audit;

import java.util.Locale;

/** What can be done that somebody may ask about later. Names are stored: add, never rename. */
public enum AuditAction {
  TENANT_ONBOARDED,
  TENANT_RENAMED,
  TENANT_REMOVED,
  /** A candidate secret is about to be shown to Entra. */
  CREDENTIALS_TRIED,
  CREDENTIALS_REJECTED,
  SECRET_SEALED,
  SECRET_OPENED,
  VERIFICATION_REQUESTED,
  SCAN_REQUESTED,
  SCAN_CANCELLED,
  FINDING_DISMISSED,
  FINDING_REOPENED,
  PRICE_SET,
  PRICES_IMPORTED,
  REPORT_EXPORTED,
  SIGNED_IN,
  SIGNED_OUT,
  TOKEN_ISSUED,
  TOKEN_REVOKED,
  ACCOUNT_CREATED,
  PASSWORD_CHANGED;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
