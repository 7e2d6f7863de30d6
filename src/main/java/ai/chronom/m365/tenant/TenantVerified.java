package ai.chronom.m365.tenant;

import java.util.Set;

/**
 * A verification of the tenant ended. Fired inside the transaction that stored its result.
 *
 * @param scannable whether enough is granted for a scan to bring something
 * @param roles Microsoft Graph's names of the application roles that are granted, as far as seen
 */
public record TenantVerified(
    TenantId tenantId, TenantStatus status, boolean scannable, Set<String> roles) {
  public TenantVerified {
    roles = Set.copyOf(roles);
  }
}
