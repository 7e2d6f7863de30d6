package ai.chronom.m365.findings;

/** What an account's last activity says. */
public enum ActivityState {
  ACTIVE,
  /** Only failed or automatic sign-ins are recent. */
  UNSURE,
  INACTIVE,
  /** No source has a date. */
  NEVER,
  /** No source could be read for this account. */
  UNKNOWN
}
