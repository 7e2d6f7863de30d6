package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import java.time.LocalDate;

/**
 * A tenant's secret or certificate has come nearer to its end: fired once for each {@link
 * ExpiryThreshold} and version over all nodes, inside the transaction that writes that down.
 *
 * @param daysLeft negative once the last day has passed
 * @param expiresOn its last day
 */
public record SecretExpiring(TenantId tenantId, long daysLeft, LocalDate expiresOn) {}
