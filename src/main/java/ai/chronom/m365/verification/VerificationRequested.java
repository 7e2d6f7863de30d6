package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;

/** Somebody asked for a verification. Fired inside the transaction that queued it. */
public record VerificationRequested(TenantId tenantId) {}
