package ai.chronom.m365.findings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long a purchase binds. Microsoft's directory does not say; its dates tell over time. */
public enum PurchaseTerm {
  /** From month to month, which costs more than a year's term. */
  MONTHLY,
  /** A year or more. */
  LONGER,
  /** Too little was seen yet. */
  UNKNOWN;

  private static final int SNAPSHOTS_LEAST = 3;
  private static final int MONTH_LEAST_DAYS = 27;
  private static final int MONTH_MOST_DAYS = 32;
  private static final int FIRST_MONTH_DAYS = 45;

  /**
   * @param renewals the days on which it was said to renew, one per snapshot, the oldest first
   * @param today when the last of them was said
   * @param created null when Microsoft says none
   */
  static PurchaseTerm of(List<LocalDate> renewals, LocalDate today, @Nullable LocalDate created) {
    if (renewals.isEmpty()) {
      return UNKNOWN;
    }
    LocalDate next = renewals.get(renewals.size() - 1);
    if (ChronoUnit.DAYS.between(today, next) > FIRST_MONTH_DAYS) {
      return LONGER;
    }
    if (renewals.size() < SNAPSHOTS_LEAST) {
      return UNKNOWN;
    }
    List<Long> steps = steps(renewals);
    if (steps.isEmpty()) {
      boolean firstMonth =
          created != null && ChronoUnit.DAYS.between(created, next) < FIRST_MONTH_DAYS;
      return firstMonth ? MONTHLY : UNKNOWN;
    }
    if (steps.stream().allMatch(days -> days >= MONTH_LEAST_DAYS && days <= MONTH_MOST_DAYS)) {
      return MONTHLY;
    }
    return steps.stream().anyMatch(days -> days > 2 * MONTH_MOST_DAYS) ? LONGER : UNKNOWN;
  }

  /** By how many days it moved, each time that it did. */
  private static List<Long> steps(List<LocalDate> renewals) {
    List<LocalDate> different = renewals.stream().distinct().sorted().toList();
    return IntStream.range(1, different.size())
        .mapToObj(i -> ChronoUnit.DAYS.between(different.get(i - 1), different.get(i)))
        .toList();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
