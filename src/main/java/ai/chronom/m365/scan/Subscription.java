package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purchase of a SKU (Graph {@code companySubscription}); a SKU may have several, which add up.
 *
 * @param nextLifecycle when it enters its next state unless renewed; null when Microsoft says none
 * @param createdAt null when Microsoft says none
 * @param ownerTenantId who sold it; null when bought from Microsoft itself
 * @param ownerId the account that bought it; null when Microsoft says none
 */
public record Subscription(
    String subscriptionId,
    SkuId skuId,
    String status,
    boolean trial,
    int totalLicenses,
    @Nullable Instant createdAt,
    @Nullable Instant nextLifecycle,
    @Nullable String ownerTenantId,
    @Nullable String ownerId) {}
