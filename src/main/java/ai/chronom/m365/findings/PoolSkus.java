package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuTrait;
import java.time.Duration;
import java.util.Optional;

/** Whether a product's spare units mean waste. */
public final class PoolSkus {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final int PERCENT = 100;

  private final Inquiry inquiry;

  public PoolSkus(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** Paid by the seat, still running, and its count can be believed. */
  public boolean spareCounts(Holding holding) {
    return holding.paid()
        && holding.running()
        && !holding.is(SkuTrait.POOLED)
        && !holding.is(SkuTrait.COMPANION)
        && !held(holding);
  }

  /**
   * Around a renewal Microsoft counts units twice for a night: a jump is believed only once a later
   * snapshot confirms it. The first snapshot is believed.
   */
  public boolean held(Holding holding) {
    return inquiry
        .snapshot()
        .previousUnits()
        .filter(earlier -> inquiry.now().isBefore(earlier.takenAt().plus(FRESH)))
        .flatMap(earlier -> Optional.ofNullable(earlier.enabledUnits().get(holding.id())))
        .filter(before -> jumped(before, holding.bought().enabledUnits()))
        .isPresent();
  }

  private boolean jumped(int before, int now) {
    long change = Math.abs((long) now - before) * PERCENT;
    return change > (long) before * inquiry.thresholds().unitJumpPercent();
  }
}
