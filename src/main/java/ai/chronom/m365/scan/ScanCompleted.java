package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;

/** A scan ended and its snapshot is final. Fired inside the transaction that said so. */
public record ScanCompleted(TenantId tenantId, long scanId) {}
