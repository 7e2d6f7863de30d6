package ai.chronom.m365.findings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of use and whether it may be believed.
 *
 * @param gap why not; null when it may
 * @param asOf the day it speaks of; null when it says none
 */
public record Source(@Nullable Gap gap, @Nullable LocalDate asOf) {
  public boolean known() {
    return gap == null;
  }

  /** What is missing because of it: nothing or one gap. */
  public List<Gap> gaps() {
    return gap == null ? List.of() : List.of(gap);
  }
}
