package ai.chronom.m365.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Beats once per tick of a timer, and knows when ticks are missing. It counts the time that passes,
 * not what a clock shows: a clock that is put forward misses no tick.
 */
public final class Heartbeat {
  private static final int MISSED_MAX = 2;

  private final LongSupplier nanos;
  private final long allowedNanos;
  private final AtomicLong last;

  public Heartbeat(Duration period) {
    this(period, System::nanoTime);
  }

  /**
   * @param nanos time that passes, from any start
   */
  Heartbeat(Duration period, LongSupplier nanos) {
    this.nanos = nanos;
    // One more period than may be missed: a tick is due at its end only.
    this.allowedNanos = period.multipliedBy(MISSED_MAX + 1L).toNanos();
    this.last = new AtomicLong(nanos.getAsLong());
  }

  public void beat() {
    last.set(nanos.getAsLong());
  }

  /** Whether two ticks or more did not come. */
  public boolean isWeak() {
    return nanos.getAsLong() - last.get() >= allowedNanos;
  }
}
