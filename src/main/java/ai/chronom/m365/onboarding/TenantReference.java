package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.TenantId;

/** How the form named the tenant. */
sealed interface TenantReference {
  record ById(TenantId tenantId) implements TenantReference {}

  /**
   * @param domain in lower case, in the ASCII form of internationalized names
   */
  record ByDomain(String domain) implements TenantReference {}
}
