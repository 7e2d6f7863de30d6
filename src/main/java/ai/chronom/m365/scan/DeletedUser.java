package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the recycle bin, where it stays for 30 days.
 *
 * @param seats licenses that it still has; Microsoft frees them as a rule
 */
public record DeletedUser(String id, @Nullable Instant deletedAt, int seats) {}
