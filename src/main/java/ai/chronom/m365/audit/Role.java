package ai.chronom.m365.audit;

/** What a person or an API token may do, from most to least. */
public final class Role {
  /** Everything: tenants, secrets, prices, tokens, audit. */
  public static final String ADMIN = "admin";

  /** Verify, scan, dismiss, set prices. */
  public static final String OPERATOR = "operator";

  /** Read. */
  public static final String VIEWER = "viewer";

  private Role() {}
}
