package ai.chronom.m365.findings;

import ai.chronom.m365.license.Segment;

/**
 * What a tenant's admin decided about the rules.
 *
 * @param segment as what the tenant buys: whose prices hold
 */
public record TenantSettings(Thresholds thresholds, TenantLists lists, Segment segment) {
  public static final TenantSettings STANDARD =
      new TenantSettings(Thresholds.DEFAULTS, TenantLists.NONE, Segment.COMMERCIAL);
}
