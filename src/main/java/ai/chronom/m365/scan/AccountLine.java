package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account in a list. Texts come from the tenant and are hostile until escaped.
 *
 * @param licenses how many products it holds
 * @param signInsRead whether its sign-ins could be read
 * @param lastSignIn the last successful one; null when none is known
 */
public record AccountLine(
    String id,
    String userPrincipalName,
    @Nullable String displayName,
    @Nullable String department,
    @Nullable String userType,
    boolean enabled,
    int licenses,
    boolean signInsRead,
    @Nullable Instant lastSignIn) {}
