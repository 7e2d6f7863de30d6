package ai.chronom.m365.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a running scan is.
 *
 * @param itemsPerSecond on average since its start, pauses included
 * @param endsAt an estimate by what is done; null when too little is
 */
public record ScanPace(long itemsPerSecond, @Nullable Instant endsAt) {
  /** Less says nothing. */
  private static final int PERCENT_MIN = 3;

  private static final int PERCENT_ALL = 100;

  /** Empty while it does not run. */
  static Optional<ScanPace> of(ScanView scan, Instant now) {
    Instant start = scan.startedAt();
    if (scan.state() != ScanState.RUNNING || start == null || !now.isAfter(start)) {
      return Optional.empty();
    }
    Duration taken = Duration.between(start, now);
    long items = scan.collections().stream().mapToLong(CollectionView::items).sum();
    int percent = scan.percent();
    Instant end =
        percent < PERCENT_MIN
            ? null
            : now.plus(taken.multipliedBy(PERCENT_ALL - percent).dividedBy(percent));
    return Optional.of(new ScanPace(items * 1_000 / Math.max(1, taken.toMillis()), end));
  }
}
