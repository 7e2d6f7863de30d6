package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.Locale;

/** The newest call of one kind between an account and the telephone network. */
public record PhoneCall(Kind kind, Instant lastAt) {

  /** By whose line, and in which direction. */
  public enum Kind {
    /** Somebody called it, by a line of Microsoft's. */
    PLAN_IN,
    PLAN_OUT,
    /** Out of the country, by a line of Microsoft's. */
    PLAN_ABROAD,
    /** By the tenant's own line. */
    DIRECT_IN,
    DIRECT_OUT;

    /** What a row of Microsoft's log speaks of. */
    static Kind of(boolean direct, String callType, String destination) {
      boolean out = callType.toLowerCase(Locale.ROOT).contains("out");
      if (direct) {
        return out ? DIRECT_OUT : DIRECT_IN;
      }
      boolean abroad = destination.toLowerCase(Locale.ROOT).startsWith("international");
      return out && abroad ? PLAN_ABROAD : out ? PLAN_OUT : PLAN_IN;
    }

    boolean direct() {
      return this == DIRECT_IN || this == DIRECT_OUT;
    }

    /** The account itself called, by a calling plan. */
    public boolean paidByPlan() {
      return this == PLAN_OUT || this == PLAN_ABROAD;
    }
  }
}
