package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;
import java.util.List;

/**
 * A tenant's timeline grew. Fired once for all that one verification saw, or one deed changed,
 * inside the transaction that wrote it down.
 *
 * @param changeIds of {@link TenantChange}, at least one
 */
public record DriftFound(TenantId tenantId, List<Long> changeIds) {
  public DriftFound {
    changeIds = List.copyOf(changeIds);
  }
}
