package ai.chronom.m365.notification;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of what was sent.
 *
 * @param tenantId null for a test
 * @param target the mail addresses, or the webhook's host
 * @param reason why the last try failed; empty when none did
 * @param dueAt when it is tried next; null when it has ended
 * @param endedAt null while it waits
 */
public record DeliveryView(
    String id,
    String notificationId,
    @Nullable TenantId tenantId,
    Instant createdAt,
    String subject,
    Channel channel,
    String target,
    DeliveryState state,
    int attempts,
    String reason,
    @Nullable Instant dueAt,
    @Nullable Instant endedAt) {
  public boolean isFailed() {
    return state == DeliveryState.FAILED;
  }
}
