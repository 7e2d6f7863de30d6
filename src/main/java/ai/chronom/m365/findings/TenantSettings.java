package ai.chronom.m365.findings;

/** What a tenant's admin decided about the rules. */
public record TenantSettings(Thresholds thresholds, TenantLists lists) {
  public static final TenantSettings STANDARD =
      new TenantSettings(Thresholds.DEFAULTS, TenantLists.NONE);
}
