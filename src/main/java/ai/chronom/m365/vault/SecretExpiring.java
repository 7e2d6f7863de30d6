package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import java.time.LocalDate;

/**
 * A tenant's credential comes closer to its end: fired once for each of the thresholds, inside the
 * transaction that remembers it.
 *
 * @param daysLeft 0 on the last day
 */
public record SecretExpiring(TenantId tenantId, long daysLeft, LocalDate expiresOn) {}
