package ai.chronom.m365.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists of tenants tell of a verification.
 *
 * @param outcome null until it ended
 * @param finishedAt null until it ended
 * @param granted permissions granted among those judged so far
 * @param judged 14 when it is through
 */
public record VerificationHead(
    String id,
    @Nullable VerificationOutcome outcome,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    long granted,
    long judged) {}
