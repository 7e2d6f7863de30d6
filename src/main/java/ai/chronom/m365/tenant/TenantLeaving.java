package ai.chronom.m365.tenant;

/**
 * A tenant is about to be removed. Fired inside the transaction that removes it, before anything of
 * it is touched, so that its jobs go first: whoever works for it locks its job first, too.
 */
public record TenantLeaving(TenantId tenantId) {}
