package ai.chronom.m365.vault;

/** Why a sealed secret is opened; the audit keeps it. */
public enum SecretPurpose {
  VERIFICATION,
  SCAN
}
