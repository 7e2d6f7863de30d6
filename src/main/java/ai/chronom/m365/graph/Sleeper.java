package ai.chronom.m365.graph;

import java.time.Duration;

/** Waits, so that tests don't have to. */
@FunctionalInterface
interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;

  static Sleeper ofThread() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}
