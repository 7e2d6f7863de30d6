package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something small that a tenant has, such as a policy, an app or a label.
 *
 * @param type Microsoft's word for its kind, without the namespace
 * @param state as Microsoft says it
 * @param changedAt when it was last changed or seen, whichever its service tells
 */
public record InventoryItem(
    String id,
    @Nullable String type,
    @Nullable String name,
    @Nullable String state,
    @Nullable Instant changedAt) {}
