package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.job.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What all collections of one run of a scan work with.
 *
 * @param ahead where the next page is fetched while the last one is stored
 * @param fullEvery between, only what changed is read
 */
record ScanContext(
    Claim claim,
    ScanRows.Open scan,
    GraphConnection graph,
    FencedWork fence,
    Executor ahead,
    Clock clock,
    Pause pause,
    Duration fullEvery) {
  private static final Duration WEEK = Duration.ofDays(7);

  ScanContext(
      Claim claim,
      ScanRows.Open scan,
      GraphConnection graph,
      FencedWork fence,
      Executor ahead,
      Clock clock,
      Pause pause) {
    this(claim, scan, graph, fence, ahead, clock, pause, WEEK);
  }

  /** Lets time pass; tests have none to lose. */
  @FunctionalInterface
  interface Pause {
    void last(Duration time);
  }

  long scanId() {
    return scan.id();
  }

  /** Requests of this run and of the runs before it. */
  long requests() {
    return scan.requests() + graph.requests();
  }

  <T> T write(Sql.Work<T> work) {
    return fence.write(claim, work);
  }
}
