package ai.chronom.m365.tenant;

/** A tenant's client secret was replaced. Fired inside the transaction that stored it. */
public record SecretReplaced(TenantId tenantId) {}
