package ai.chronom.m365.tenant;

/** A tenant was connected and its secret sealed. Fired inside the transaction that stored both. */
public record TenantOnboarded(TenantId tenantId) {}
