package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A line that rules draw and that a tenant's admin may move within its range, or a question that
 * only the admin can answer.
 */
public enum Threshold {
  /** Idle for so long is waste. */
  INACTIVE_DAYS(90, 30, 365),
  /** Idle for so long is worth watching: no money yet. */
  WATCH_DAYS(60, 14, 365),
  /** The same for what somebody has beside the suite. */
  ADD_ON_WATCH_DAYS(30, 7, 365),
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
  REPORT_MAX_AGE_DAYS(7, 3, 30),
  /** Desktop apps idle for so long are not needed. */
  DESKTOP_DAYS(90, 30, 180),
  /** Copilot idle for so long is not needed. */
  COPILOT_DAYS(90, 28, 180),
  /** Telephony and meeting add-ons idle for so long are not needed. */
  PHONE_DAYS(90, 30, 180),
  /** A business plan with so many seats is near its limit of 300. */
  CAP_WARNING_SEATS(285, 200, 300),
  /** Whether a retention policy or a hold covers every mailbox. */
  RETENTION_FOR_ALL_MAILBOXES,
  /**
   * Whether Customer Key, Insider Risk, Communication Compliance or Information Barriers apply to
   * all, so that nobody may lose the plans for them.
   */
  COMPLIANCE_FOR_ALL,
  /** Whether security features of the largest suite protect everybody, who then needs it. */
  SECURITY_FOR_ALL,
  /** Whether nobody has a phone number in Teams. */
  NO_TEAMS_PHONE,
  /** Whether people dial into meetings by phone. */
  DIAL_IN_USED,
  /** Whether the limit of 300 seats is over all business plans together, not for each. */
  BUSINESS_LIMIT_TOGETHER,
  /** Whether data may be used that Microsoft may change without notice. */
  PREVIEW_DATA;

  private final int standard;
  private final int least;
  private final int most;

  /** A question to the admin, because no data tell: 0 for no, 1 for yes. */
  Threshold() {
    this(0, 0, 1);
  }

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

  /** Whether it is answered by yes (1) or no (0). */
  public boolean question() {
    return least == 0 && most == 1;
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
