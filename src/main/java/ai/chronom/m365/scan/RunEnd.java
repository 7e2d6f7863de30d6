package ai.chronom.m365.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one run of a scan ended. */
sealed interface RunEnd permits RunEnd.Completed, RunEnd.Paused, RunEnd.Failed {
  /** All collections ended. */
  record Completed(boolean gaps) implements RunEnd {}

  /**
   * Goes on later where it stopped.
   *
   * @param asked the wait that Microsoft asked for; null when it did not
   */
  record Paused(String reason, @Nullable Duration asked) implements RunEnd {}

  /** No use in going on. */
  record Failed(String reason) implements RunEnd {}
}
