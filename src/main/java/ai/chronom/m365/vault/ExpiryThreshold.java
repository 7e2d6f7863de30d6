package ai.chronom.m365.vault;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** When somebody is told that a secret ends: the days left, from far to near. */
public enum ExpiryThreshold {
  DAYS_60(60),
  DAYS_30(30),
  DAYS_14(14),
  DAYS_7(7),
  DAY_1(1),
  /** The last day has passed. */
  EXPIRED(-1);

  private final int days;

  ExpiryThreshold(int days) {
    this.days = days;
  }

  /** At most so many are left. */
  public int days() {
    return days;
  }

  /** The nearest that has been reached; empty while there is time enough. */
  public static Optional<ExpiryThreshold> reached(long daysLeft) {
    return Arrays.stream(values())
        .filter(threshold -> daysLeft <= threshold.days)
        .min(Comparator.comparingInt(ExpiryThreshold::days));
  }

  /** The word on the wire, such as {@code 30-days}. */
  public String word() {
    return switch (this) {
      case EXPIRED -> "expired";
      case DAY_1 -> "1-day";
      default -> days + "-days";
    };
  }
}
