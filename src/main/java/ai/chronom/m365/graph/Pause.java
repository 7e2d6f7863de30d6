package ai.chronom.m365.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits before a request is tried again, or says that it is time to give up. */
final class Pause {
  private final Patience patience;
  private final Sleeper sleeper;

  Pause(Patience patience, Sleeper sleeper) {
    this.patience = patience;
    this.sleeper = sleeper;
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
    sleep(wait);
    return true;
  }

  /** Throws {@link GraphRefused} when the thread is interrupted; it stays so. */
  void sleep(Duration wait) {
    if (wait.isZero()) {
      return;
    }
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  static GraphRefused interrupted() {
    return new GraphRefused(
        RefusalKind.UNAVAILABLE, 0, null, "The work was stopped from outside.", null);
  }
}
