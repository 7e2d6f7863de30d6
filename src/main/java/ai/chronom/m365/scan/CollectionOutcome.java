package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How one collection ended. */
sealed interface CollectionOutcome permits CollectionOutcome.Complete, CollectionOutcome.Gap {
  CollectionState state();

  /** What is missing, for the user; null when nothing is. */
  @Nullable String reason();

  /** The day the data speaks of, when the source says so. */
  @Nullable LocalDate asOf();

  /** Whether a scan that ends so has a gap. */
  default boolean missing() {
    return reason() != null && !state().optional();
  }

  static CollectionOutcome complete() {
    return new Complete(null, null);
  }

  static CollectionOutcome gap(CollectionState state, String reason) {
    return new Gap(state, reason, null);
  }

  /**
   * All rows are there.
   *
   * @param reason what their source left out of every row, such as sign-ins; null when nothing
   */
  record Complete(@Nullable String reason, @Nullable LocalDate asOf) implements CollectionOutcome {
    @Override
    public CollectionState state() {
      return CollectionState.COMPLETE;
    }
  }

  /** Rows are missing or must not be believed. */
  record Gap(CollectionState state, String reason, @Nullable LocalDate asOf)
      implements CollectionOutcome {
    public Gap {
      if (state == CollectionState.COMPLETE || !state.ended()) {
        throw new IllegalArgumentException("a gap expected, " + state + " given");
      }
    }
  }
}
