package ai.chronom.m365.sandbox.contoso;

import java.time.Instant;
import java.util.Optional;

/**
 * One purchase of a product; a product may have several.
 *
 * @param nextChange when it renews or, if not renewed, falls into the next state; empty for what
 *     never ends
 * @param partnerTenantId who sold it; empty when bought directly
 * @param ownerId the account that bought it
 */
public record Subscription(
    String id,
    String commerceId,
    Product product,
    int units,
    String status,
    boolean trial,
    Instant createdAt,
    Optional<Instant> nextChange,
    Optional<String> partnerTenantId,
    String ownerId) {}
