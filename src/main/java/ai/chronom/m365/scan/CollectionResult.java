package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one collection of a scan brought.
 *
 * @param items rows stored
 * @param reason what is missing, in words for the user; null when nothing is. A complete one may
 *     have a reason too: users whose sign-ins could not be read are all there nevertheless
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
