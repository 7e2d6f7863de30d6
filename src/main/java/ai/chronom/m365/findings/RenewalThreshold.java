package ai.chronom.m365.findings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** When somebody is told that a purchase renews: the days left, from far to near. */
public enum RenewalThreshold {
  DAYS_90(90),
  DAYS_60(60),
  DAYS_30(30),
  DAYS_7(7);

  private final int days;

  RenewalThreshold(int days) {
    this.days = days;
  }

  /** At most so many are left. */
  public int days() {
    return days;
  }

  /** The nearest that has been reached; empty while there is time enough, and once it is past. */
  public static Optional<RenewalThreshold> reached(long daysLeft) {
    return daysLeft < 0
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(threshold -> daysLeft <= threshold.days)
            .min(Comparator.comparingInt(RenewalThreshold::days));
  }
}
