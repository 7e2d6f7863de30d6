package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.job.Claim;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scans against a hand-written Graph with nothing of a server around them. */
final class ScanBed {
  static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  private ScanBed() {}

  static Stream<ScanDatabase> databases() {
    return Stream.of(ScanDatabase.h2(), ScanDatabase.postgreSql());
  }

  static RunEnd scan(ScanDatabase database, Claim claim, FakeGraph graph) {
    return run(database, claim, graph, database, NOW).run();
  }

  static ScanRun run(
      ScanDatabase database, Claim claim, GraphConnection graph, FencedWork fence, Instant now) {
    return new ScanRun(
        new ScanContext(
            claim,
            database.start(now),
            graph,
            fence,
            Runnable::run,
            Clock.fixed(now, ZoneOffset.UTC),
            time -> {}),
        ScanCollections.inOrder());
  }

  /** Runs a scan to its end and completes it. */
  static Snapshot snapshot(ScanDatabase database, Claim claim, FakeGraph graph, Instant now) {
    long scanId = database.start(now).id();
    assertThat(run(database, claim, graph, database, now).run())
        .isInstanceOf(RunEnd.Completed.class);
    database.complete(scanId, ScanState.COMPLETED, now);
    return database.snapshot(scanId);
  }

  static List<ScannedUser> users(Snapshot snapshot) {
    List<ScannedUser> users = new ArrayList<>();
    snapshot.users().forEachLicensed(users::add);
    return users;
  }

  static List<String> ids(Snapshot snapshot) {
    return users(snapshot).stream().map(ScannedUser::id).toList();
  }

  static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(SampleGraph::userId).toList();
  }

  static boolean endsBy(ScanRun run) {
    try {
      run.run();
      return false;
    } catch (KilledAfter.Killed killed) {
      return true;
    }
  }
}
