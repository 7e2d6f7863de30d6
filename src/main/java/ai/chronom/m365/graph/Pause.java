package ai.chronom.m365.graph;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits before a request of one connection, or says that it is time to give up. */
final class Pause {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Patience patience;
  private final Sleeper sleeper;
  private final Clock clock;
  private volatile @Nullable GraphWait current;

  Pause(Patience patience, Sleeper sleeper, Clock clock) {
    this.patience = patience;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /**
   * Returns after the wait; false at once when it is time to give up. Throws {@link GraphRefused}
   * when the thread is interrupted; it stays so.
   *
   * @param tries how many were made
   * @param status HTTP status; 0 when the connection failed
   * @param asked the wait that the service asked for; null when it did not
   */
  boolean beforeNextTry(int tries, int status, @Nullable Duration asked) {
    Duration wait = patience.beforeNextTry(tries, status, asked).orElse(null);
    if (wait == null) {
      return false;
    }
    boolean throttled = status == TOO_MANY_REQUESTS || asked != null;
    sleep(wait, throttled ? GraphWait.Reason.THROTTLED : GraphWait.Reason.OUTAGE);
    return true;
  }

  /** Throws {@link GraphRefused} when the thread is interrupted; it stays so. */
  void sleep(Duration wait, GraphWait.Reason reason) {
    if (wait.isZero()) {
      return;
    }
    long begun = System.nanoTime();
    current = new GraphWait(reason, clock.instant().plus(wait));
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } finally {
      current = null;
      meter(reason).record(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** All that this node waited, by reason. */
  static Timer meter(GraphWait.Reason reason) {
    return Metrics.timer(
        "chronom.graph.waits", "reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** May be asked by any thread. */
  Optional<GraphWait> current() {
    return Optional.ofNullable(current);
  }

  static GraphRefused interrupted() {
    return new GraphRefused(
        RefusalKind.UNAVAILABLE, 0, null, "The work was stopped from outside.", null);
  }
}
