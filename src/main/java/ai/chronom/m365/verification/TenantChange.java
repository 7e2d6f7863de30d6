package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a tenant's timeline.
 *
 * @param open somebody must still act: no later change settled it
 * @param verificationId the one that saw it; null when it was no verification, and worth nothing
 *     once that one is forgotten
 */
public record TenantChange(
    long id,
    TenantId tenantId,
    Instant occurredAt,
    Change change,
    boolean open,
    @Nullable String verificationId) {
  public ChangeKind kind() {
    return change.kind();
  }

  /** In words, for people. */
  public String sentence() {
    return ChangeSentence.of(change);
  }
}
