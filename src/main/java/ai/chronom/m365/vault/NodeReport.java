package ai.chronom.m365.vault;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a running node last said about its master keys.
 *
 * @param keyIds of the keys that it holds in memory
 * @param warning what will stop its next start; null when nothing will
 * @param live whether it spoke lately enough to count
 */
record NodeReport(
    String name,
    String host,
    SortedSet<Long> keyIds,
    @Nullable String warning,
    Instant reportedAt,
    boolean live) {}
