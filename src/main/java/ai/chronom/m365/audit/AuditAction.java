package ai.chronom.m365.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
  /** A replaced secret, kept until no scan needed it, is deleted. */
  SECRET_FORGOTTEN,
  /** Somebody was told that a secret or certificate ends soon. */
  SECRET_EXPIRING,
  /** A key pair was made; its certificate waits to be uploaded in Entra. */
  CERTIFICATE_GENERATED,
  /** A key pair was deleted before anybody used it. */
  CERTIFICATE_DISCARDED,
  MASTER_KEY_ADDED,
  MASTER_KEY_PROMOTED,
  MASTER_KEY_DROPPED,
  VERIFICATION_REQUESTED,
  SCAN_REQUESTED,
  SCAN_CANCELLED,
  SCAN_SCHEDULED,
  FINDING_DISMISSED,
  FINDING_REOPENED,
  THRESHOLD_MOVED,
  /** Somebody came on or off a list that the rules follow. */
  LIST_CHANGED,
  /** A product was excluded from the rules, or its buffer or minimum set. */
  PRODUCT_SETTLED,
  PRICE_SET,
  PRICES_IMPORTED,
  /** Microsoft's names of products and plans came, or were taken away again. */
  PRODUCT_TABLE_IMPORTED,
  REPORT_EXPORTED,
  SIGNED_IN,
  SIGNED_OUT,
  TOKEN_ISSUED,
  TOKEN_REVOKED,
  ACCOUNT_CREATED,
  /** Role, or whether somebody may sign in at all. */
  ACCOUNT_CHANGED,
  ACCOUNT_REMOVED,
  PASSWORD_CHANGED,
  /** A one-time password was made for somebody. */
  PASSWORD_RESET,
  SECOND_FACTOR_SET_UP,
  /** By the person, who gave the password again. */
  SECOND_FACTOR_TURNED_OFF,
  /** By an administrator, for somebody who lost it. */
  SECOND_FACTOR_RESET,
  RECOVERY_CODES_RENEWED,
  NOTIFICATIONS_CHANGED,
  NOTIFICATION_TESTED,
  NOTIFICATION_REPEATED,
  /** An answer to a request for admin consent came back. */
  CONSENT_ANSWERED,
  /** From here on each event is linked to the one before. */
  CHAIN_BEGAN,
  /** What the database says is no action that this version knows. */
  UNKNOWN;

  static AuditAction stored(String name) {
    return Arrays.stream(values())
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** By its word on the wire. */
  public static Optional<AuditAction> find(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
