package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.GraphWait;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one scan through its collections, from wherever the run before it stopped. What is missing
 * becomes a gap of its collection; only trouble that passes, or that hits all, ends the run early.
 */
final class ScanRun {
  /** In a row without a page between: then the collection ends as it is. */
  static final int FAILURES_MAX = 6;

  private static final Duration NOTICEABLE_WAIT = Duration.ofSeconds(10);

  private final ScanContext context;
  private final List<ScanCollection> collections;
  private final Map<CollectionName, CollectionState> ended = new EnumMap<>(CollectionName.class);
  private boolean gaps;
  private volatile boolean stopped;
  private volatile @Nullable CollectionReading current;

  ScanRun(ScanContext context, List<ScanCollection> collections) {
    this.context = context;
    this.collections = List.copyOf(collections);
  }

  /**
   * Throws {@link ScanCancelled} when stopped and {@link ai.chronom.m365.job.LeaseLost} when
   * another node took over.
   */
  RunEnd run() {
    Map<CollectionName, Checkpoint> checkpoints =
        context.write(
            connection -> {
              CollectionRows rows = new CollectionRows(connection, context.scanId());
              rows.insertPending();
              if (context.graph().tellsRoles()) {
                new ScanRoles(connection).remember(context.scanId(), context.graph().roles());
              }
              return rows.checkpoints();
            });
    for (ScanCollection collection : collections) {
      CollectionName name = collection.name();
      Checkpoint checkpoint = checkpoints.getOrDefault(name, Checkpoint.start(name));
      if (checkpoint.state().ended()) {
        ended.put(name, checkpoint.state());
        gaps |= checkpoint.noted() && !checkpoint.state().optional();
        collection.finish(context);
        continue;
      }
      Optional<RunEnd> early = read(collection, checkpoint);
      if (early.isPresent()) {
        return early.get();
      }
    }
    return bothFailed()
        ? new RunEnd.Failed("Neither licenses nor users could be read from Microsoft Graph.")
        : new RunEnd.Completed(gaps);
  }

  private boolean bothFailed() {
    return ended.get(CollectionName.SUBSCRIBED_SKUS) == CollectionState.FAILED
        && ended.get(CollectionName.USERS) == CollectionState.FAILED;
  }

  private Optional<RunEnd> read(ScanCollection collection, Checkpoint checkpoint) {
    CollectionReading reading = new CollectionReading(context, checkpoint);
    if (!reading.permits(collection.permission())) {
      end(collection, Refusals.ungranted(collection.permission()));
      return Optional.empty();
    }
    begin(collection);
    current = reading;
    if (stopped) {
      throw new ScanCancelled();
    }
    try {
      end(collection, collection.collect(reading));
    } catch (Unreadable unreadable) {
      end(collection, Refusals.broken(String.valueOf(unreadable.getMessage()), stored(reading)));
    } catch (GraphRefused refused) {
      return refused(collection, reading, refused);
    } finally {
      current = null;
    }
    return Optional.empty();
  }

  private static boolean stored(CollectionReading reading) {
    return reading.checkpoint().items() > 0;
  }

  private Optional<RunEnd> refused(
      ScanCollection collection, CollectionReading reading, GraphRefused refused) {
    if (stopped) {
      throw new ScanCancelled();
    }
    if (Refusals.endsTheScan(refused)) {
      return Optional.of(
          new RunEnd.Failed("Entra no longer accepts our credentials." + Refusals.said(refused)));
    }
    if (Refusals.passes(refused) && reading.checkpoint().failures() + 1 < FAILURES_MAX) {
      String reason = "Microsoft Graph is busy or out of reach." + Refusals.said(refused);
      context.write(
          connection -> {
            new CollectionRows(connection, context.scanId()).failedOnce(collection.name(), reason);
            return reason;
          });
      return Optional.of(new RunEnd.Paused(reason, refused.retryAfter().orElse(null)));
    }
    end(
        collection,
        collection
            .explain(refused)
            .orElseGet(
                () -> Refusals.gap(refused, collection.permission().name(), stored(reading))));
    return Optional.empty();
  }

  private void begin(ScanCollection collection) {
    context.write(
        connection -> {
          new CollectionRows(connection, context.scanId())
              .running(collection.name(), expected(connection, collection.name()));
          new ScanRows(connection).countRequests(context.scanId(), context.requests());
          return collection;
        });
  }

  /** An estimate of how much will come; null when there is nothing to go by. */
  private @Nullable Long expected(Connection connection, CollectionName name) throws SQLException {
    SnapshotWriter stored = new SnapshotWriter(connection, context.scanId());
    if (name == CollectionName.REPORT_ACTIVE_USERS) {
      return known(stored.licensedUsers());
    }
    if (name != CollectionName.USERS) {
      return null;
    }
    ScanRows.Open scan = context.scan();
    Optional<Long> previous = new ScanRows(connection).previous(scan.id(), scan.tenantId(), name);
    return previous.isPresent()
        ? new CollectionRows(connection, previous.get()).items(name).orElse(null)
        : known(stored.mostConsumedUnits());
  }

  private static @Nullable Long known(long count) {
    return count > 0 ? count : null;
  }

  private void end(ScanCollection collection, CollectionOutcome outcome) {
    CollectionName name = collection.name();
    collection.finish(context);
    context.write(
        connection -> {
          long rows = collection.stored(connection, context.scanId());
          new CollectionRows(connection, context.scanId()).end(name, outcome, rows);
          new ScanRows(connection).countRequests(context.scanId(), context.requests());
          return name;
        });
    ended.put(name, outcome.state());
    gaps |= outcome.missing();
  }

  /** Interrupts a wait for Graph and ends the run soon; may be called by any thread. */
  void stop() {
    stopped = true;
    CollectionReading reading = current;
    if (reading != null) {
      reading.stop();
    }
  }

  /**
   * A collection that has been waiting for Graph for longer than users have patience.
   *
   * @param reason why and how long, in a sentence
   */
  record Wait(CollectionName name, String reason) {}

  /** May be called by any thread. */
  Optional<Wait> currentWait(Instant now) {
    CollectionReading reading = current;
    if (reading == null) {
      return Optional.empty();
    }
    Optional<GraphWait> told = context.graph().waiting();
    return reading
        .waitingSince()
        .map(since -> Duration.between(since, now))
        .filter(time -> told.isPresent() || time.compareTo(NOTICEABLE_WAIT) >= 0)
        .map(time -> new Wait(reading.name(), Refusals.waiting(told.orElse(null), time)));
  }
}
