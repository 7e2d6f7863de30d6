package ai.chronom.m365.report;

import ai.chronom.m365.scan.CollectionName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of the use of an account.
 *
 * @param what what was used, as a stable word such as {@code sign-in-successful}
 * @param source the collection that says so
 * @param last null when the source has no date
 * @param asOf the day that the source speaks of; null when it says none
 * @param gap why the source cannot be believed, in stable words; null when it can
 */
public record UseTrace(
    String what,
    CollectionName source,
    @Nullable Instant last,
    @Nullable LocalDate asOf,
    @Nullable String gap) {
  public boolean known() {
    return gap == null;
  }
}
