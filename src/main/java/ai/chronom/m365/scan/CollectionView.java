package ai.chronom.m365.scan;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far one collection of a scan came, as pages and REST show it.
 *
 * @param permission the Graph permission it needs
 * @param feeds what it is read for, in one sentence
 * @param items rows read so far; rows stored once it ended
 * @param pages answers of Graph read so far
 * @param expectedItems an estimate; null when nobody can know
 * @param warnings values that were skipped because they were missing, malformed or too long
 * @param reason what is missing or waited for; null when nothing is
 * @param asOf the day the data speaks of, when the source says so
 */
public record CollectionView(
    CollectionName name,
    String permission,
    String feeds,
    CollectionState state,
    long items,
    long pages,
    @Nullable Long expectedItems,
    long warnings,
    @Nullable String reason,
    @Nullable LocalDate asOf) {
  /** 0 to 100; empty while it runs and its size is unknown or the estimate was too low. */
  public OptionalInt percent() {
    if (state.ended()) {
      return OptionalInt.of(100);
    }
    if (pages == 0) {
      return OptionalInt.of(0);
    }
    if (expectedItems == null || items >= expectedItems) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) (items * 100 / expectedItems));
  }
}
