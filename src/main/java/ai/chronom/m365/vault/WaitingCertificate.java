package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generated certificate that waits to be uploaded in Entra.
 *
 * @param tenantId whose credential it shall become; null for a tenant that is not connected yet
 * @param discardedAt when it and its key are deleted if nobody used them
 */
public record WaitingCertificate(
    UUID id,
    @Nullable TenantId tenantId,
    Actor createdBy,
    Instant createdAt,
    Instant discardedAt,
    CertificateFacts certificate) {
  /** Whether it may become that tenant's credential. */
  public boolean fits(TenantId tenant) {
    return tenantId == null || tenantId.equals(tenant);
  }
}
