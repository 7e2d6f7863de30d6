package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.web.SecretAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A tenant right after a change of its registration: the same members as {@code GET
 * /tenants/{tenantId}} has, as far as registration knows them.
 */
public record RegisteredTenant(
    TenantId tenantId,
    String name,
    String applicationId,
    String cloud,
    String status,
    @Nullable SecretAnswer secret) {
  static RegisteredTenant of(Tenant tenant, @Nullable SecretAnswer secret) {
    return new RegisteredTenant(
        tenant.id(),
        tenant.name(),
        tenant.applicationId().toString(),
        tenant.cloudId(),
        tenant.status().word(),
        secret);
  }
}
