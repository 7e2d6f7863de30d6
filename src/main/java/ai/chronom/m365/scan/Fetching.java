package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Asks Graph for one thing at a time, on another thread, so that the one before can be stored
 * meanwhile; knows how long that takes, and can be interrupted.
 */
final class Fetching {
  private static final int TRIES = 3;

  private final ScanContext context;
  private volatile @Nullable Ahead<?> inFlight;
  private volatile @Nullable Instant waitingSince;
  private volatile boolean stopped;

  Fetching(ScanContext context) {
    this.context = context;
  }

  /** A page, parsed and ready to be stored. */
  record Ready<T>(GraphPage<T> page, PageWriter.Rows rows) {}

  <T> Ahead<Ready<T>> page(String link, Paged<T> paged) {
    return begin(() -> read(link, paged));
  }

  <T> T now(Callable<T> work) {
    return awaited(begin(work));
  }

  private <T> Ahead<T> begin(Callable<T> work) {
    Ahead<T> ahead = new Ahead<>(context.ahead(), work);
    inFlight = ahead;
    if (stopped) {
      ahead.stop();
    }
    return ahead;
  }

  <T> T awaited(Ahead<T> ahead) {
    waitingSince = context.clock().instant();
    try {
      return ahead.get();
    } finally {
      waitingSince = null;
    }
  }

  /** A body that breaks off is asked for again. */
  private <T> Ready<T> read(String link, Paged<T> paged) {
    for (int attempt = 1; ; attempt++) {
      InputStream body = context.graph().page(link);
      try {
        GraphPage<T> page = GraphPages.read(body, paged.reader());
        return new Ready<>(page, paged.writer().prepare(page.items()));
      } catch (Unreadable | GraphRefused broken) {
        if (attempt == TRIES || stopped) {
          throw broken;
        }
      }
    }
  }

  /** Since when nothing came of Graph; may be called by any thread. */
  Optional<Instant> waitingSince() {
    return Optional.ofNullable(waitingSince);
  }

  /** Interrupts a wait for Graph; may be called by any thread. */
  void stop() {
    stopped = true;
    Ahead<?> waiting = inFlight;
    if (waiting != null) {
      waiting.stop();
    }
  }
}
