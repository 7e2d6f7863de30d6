package ai.chronom.m365.findings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's decision to leave a finding as it is.
 *
 * @param until last day it holds; null when it holds for good
 */
public record Dismissal(String reason, @Nullable LocalDate until, String by, Instant at) {
  /** Whether it still holds on that day. */
  public boolean holds(LocalDate day) {
    return until == null || !day.isAfter(until);
  }
}
