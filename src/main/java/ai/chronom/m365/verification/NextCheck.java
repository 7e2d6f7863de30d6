package ai.chronom.m365.verification;

import java.time.Instant;

/**
 * When a tenant is verified next by itself.
 *
 * @param recheck which of the looks after a missing consent it is, from 1; 0 in the usual rhythm
 * @param rechecks how many such looks there are
 */
public record NextCheck(Instant at, int recheck, int rechecks) {
  static NextCheck usual(Instant at) {
    return new NextCheck(at, 0, RecheckPlan.AFTER.size());
  }

  static NextCheck of(RecheckPlan plan, Instant at) {
    return new NextCheck(at, plan.number(at), RecheckPlan.AFTER.size());
  }

  /** Consent was missing, and is looked for again soon. */
  public boolean isRecheck() {
    return recheck > 0;
  }
}
