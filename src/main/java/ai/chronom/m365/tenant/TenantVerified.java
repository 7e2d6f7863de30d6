package ai.chronom.m365.tenant;

/**
 * A verification of the tenant ended. Fired inside the transaction that stored its result.
 *
 * @param scannable whether enough is granted for a scan to bring something
 */
public record TenantVerified(TenantId tenantId, TenantStatus status, boolean scannable) {}
