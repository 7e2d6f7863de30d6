package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;

/**
 * The headline of a tenant's newest evaluation; amounts per month.
 *
 * @param takenAt when the snapshot behind it was taken
 */
public record SavingsHead(TenantId tenantId, Money monthly, Money review, Instant takenAt) {}
