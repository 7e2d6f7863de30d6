package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A line that rules draw and that a tenant's admin may move within its range. */
public enum Threshold {
  /** Idle for so long is waste. */
  INACTIVE_DAYS(90, 30, 365),
  /** New accounts and new assignments are left alone. */
  GRACE_DAYS(30, 7, 180),
  /** A fresh block may be undone. */
  DISABLED_GRACE_DAYS(7, 0, 90),
  /** Spare units that every product may keep, at least. */
  BUFFER_SEATS(2, 0, 10_000),
  /** Spare units that every product may keep, of those bought. */
  BUFFER_PERCENT(3, 0, 50),
  /** A larger change within a day is not believed at once. */
  UNIT_JUMP_PERCENT(20, 5, 100),
  /** So many accounts made on one day are a rollout. */
  ROLLOUT_ACCOUNTS(10, 2, 10_000),
  /** How long a rollout may wait to be used. */
  ROLLOUT_DAYS(60, 7, 365),
  /** An older usage report says nothing of today. */
  REPORT_MAX_AGE_DAYS(7, 3, 30);

  private final int standard;
  private final int least;
  private final int most;

  Threshold(int standard, int least, int most) {
    this.standard = standard;
    this.least = least;
    this.most = most;
  }

  /** What holds where nobody moved it. */
  public int standard() {
    return standard;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** Throws a {@link Problem} that names the field and the range. */
  public int checked(int value) {
    if (value < least || value > most) {
      throw Problem.invalid(word(), least + " to " + most + " expected, " + value + " given.");
    }
    return value;
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word on the wire. */
  public static Optional<Threshold> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
