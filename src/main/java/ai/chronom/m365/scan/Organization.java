package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer as Entra knows it (Graph {@code organization}).
 *
 * @param id the tenant's id
 * @param country two letters
 */
public record Organization(
    String id,
    @Nullable String displayName,
    @Nullable String country,
    @Nullable Instant createdAt) {}
