package ai.chronom.m365.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as it stands in a tenant, and within which range it can be moved.
 *
 * @param changedBy null where the standard holds
 * @param changedAt null where the standard holds
 */
public record ThresholdLine(
    Threshold name,
    int value,
    int standard,
    int least,
    int most,
    @Nullable String changedBy,
    @Nullable Instant changedAt) {
  static ThresholdLine standard(Threshold name) {
    return of(name, name.standard(), null, null);
  }

  static ThresholdLine of(
      Threshold name, int value, @Nullable String changedBy, @Nullable Instant changedAt) {
    return new ThresholdLine(
        name, value, name.standard(), name.least(), name.most(), changedBy, changedAt);
  }

  /** Whether somebody moved it. */
  public boolean moved() {
    return changedBy != null;
  }
}
