package ai.chronom.m365.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole chain found.
 *
 * @param events that hold together, counted from the first
 * @param head the last of them: to be kept elsewhere
 * @param beganAt since when events are linked as they are written; null in an empty chain
 */
public record ChainReport(
    Instant checkedAt,
    long events,
    ChainHead head,
    @Nullable Instant beganAt,
    Optional<ChainFlaw> flaw) {
  public boolean intact() {
    return flaw.isEmpty();
  }
}
