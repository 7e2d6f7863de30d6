package ai.chronom.m365.platform;

import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom the identity provider vouched, at the door.
 *
 * @param refusal null when they may come in
 */
public record Visit(String name, Welcome.@Nullable Reason refusal) {}
