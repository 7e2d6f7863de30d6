package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one collection of a scan brought.
 *
 * @param items rows stored
 * @param reason why it isn't complete, in words for the user; null when complete
 * @param asOf the day the data speaks of, when the source says so (reports do)
 */
public record CollectionResult(
    CollectionName name,
    CollectionState state,
    long items,
    @Nullable String reason,
    @Nullable LocalDate asOf) {
  /** Whether its rows may be believed in full. */
  public boolean complete() {
    return state == CollectionState.COMPLETE;
  }
}
