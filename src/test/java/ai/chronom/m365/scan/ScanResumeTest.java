package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.USERS;
import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.endsBy;
import static ai.chronom.m365.scan.ScanBed.ids;
import static ai.chronom.m365.scan.ScanBed.run;
import static ai.chronom.m365.scan.ScanBed.scan;
import static ai.chronom.m365.scan.ScanBed.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.LeaseLost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans that are killed, paused, taken over or cancelled, on each database. */
class ScanResumeTest {
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void goesOnAfterAKillAtAnyWriteWithTheSameRows(ScanDatabase database) {
    List<Long> whole = itemsOfAWholeScan(database);
    int writes = 0;
    boolean killed = true;
    while (killed) {
      Claim claim = database.newTenant();
      FakeGraph graph = SampleGraph.contoso();
      KilledAfter fence = new KilledAfter(database, writes++);
      long scanId = database.start(NOW).id();
      killed = endsBy(run(database, claim, graph, fence, NOW));
      if (killed) {
        assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(false));
      }
      database.complete(scanId, ScanState.COMPLETED, NOW);
      assertThat(ids(database.snapshot(scanId))).isEqualTo(ids(1, 6));
      assertThat(
              database.snapshot(scanId).users().find(SampleGraph.userId(6)).orElseThrow().seats())
          .as("licenses of the last user")
          .hasSize(1);
      assertThat(database.view(scanId).collections())
          .extracting(CollectionView::items)
          .isEqualTo(whole);
      assertThat(tracesOfFirst(database.snapshot(scanId))).isEqualTo(SampleTraces.ofFirstUser());
      assertThat(graph.asked().stream().filter(link -> link.contains("users?")).count())
          .as("requests for users when killed at write %d", writes - 1)
          .isLessThanOrEqualTo(3 + 2);
    }
    assertThat(writes).as("writes of a scan").isGreaterThan(100);
  }

  /** Rows of each collection when nothing interrupts. */
  private static List<Long> itemsOfAWholeScan(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    scan(database, claim, SampleGraph.contoso());
    return database.view(scanId).collections().stream().map(CollectionView::items).toList();
  }

  private static UserTraces tracesOfFirst(Snapshot snapshot) {
    List<UserTraces> traces = new ArrayList<>();
    snapshot.users().forEachTraced((user, known) -> traces.add(known));
    return traces.get(0);
  }

  /** T-51, the scan's part: right behind each commit, and on either side of each request. */
  @ParameterizedTest
  @ValueSource(strings = {"behind a commit", "before a request", "behind an answer"})
  void endsWithTheSameRowsWhereverItIsKilled(String where) {
    ScanDatabase database = ScanDatabase.h2();
    List<Long> whole = itemsOfAWholeScan(database);
    boolean killed = true;
    for (int at = 0; killed; at++) {
      Claim claim = database.newTenant();
      FakeGraph graph = SampleGraph.contoso();
      long scanId = database.start(NOW).id();
      killed =
          endsBy(
              where.equals("behind a commit")
                  ? run(database, claim, graph, new KilledAfter(database, at, true), NOW)
                  : run(
                      database,
                      claim,
                      new DyingGraph(graph, at, where.equals("behind an answer")),
                      database,
                      NOW));
      if (killed) {
        assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(false));
      }
      database.complete(scanId, ScanState.COMPLETED, NOW);
      assertThat(ids(database.snapshot(scanId))).isEqualTo(ids(1, 6));
      assertThat(database.view(scanId).collections())
          .extracting(CollectionView::items)
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void resumesBehindTheLastStoredPage(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(
                SampleGraph.LINK + 3,
                1,
                FakeGraph.refusal(RefusalKind.THROTTLED, 429),
                SampleGraph.users(5, 6, null));

    RunEnd first = scan(database, claim, graph);
    graph.asked().clear();
    RunEnd second = scan(database, claim, graph);

    assertThat(first).isInstanceOf(RunEnd.Paused.class);
    assertThat(second).isEqualTo(new RunEnd.Completed(false));
    assertThat(graph.asked().get(0)).isEqualTo(SampleGraph.LINK + 3);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void beginsAnewWhenGraphForgotWhereItStopped(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(SampleGraph.LINK + 3, FakeGraph.refusal(RefusalKind.THROTTLED, 429));
    scan(database, claim, graph);
    graph.refuses(
        SampleGraph.LINK + 3,
        1,
        FakeGraph.refusal(RefusalKind.OTHER, 400),
        SampleGraph.users(5, 6, null));

    assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(false));
    assertThat(database.view(database.start(NOW).id()).collections())
        .filteredOn(collection -> collection.name() == USERS)
        .extracting(CollectionView::items)
        .containsExactly(6L);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void writesNothingAfterTheLeaseIsLost(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    FakeGraph graph = SampleGraph.contoso();
    KilledAfter stopInUsers = new KilledAfter(database, 12);
    endsBy(run(database, claim, graph, stopInUsers, NOW));
    long users = database.count("snapshot_user", scanId);
    database.loseLease();

    assertThatThrownBy(() -> scan(database, claim, graph)).isInstanceOf(LeaseLost.class);
    assertThat(database.count("snapshot_user", scanId)).isEqualTo(users);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void losingTheLeaseBetweenPagesLeavesThePageUnwritten(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    FakeGraph graph = SampleGraph.contoso();
    graph.answers("/v1.0/users", SampleGraph.users(1, 2, null));
    FencedWork losing =
        new FencedWork() {
          @Override
          public <T> T write(Claim owner, Sql.Work<T> work) {
            if (graph.asked().stream().anyMatch(path -> path.startsWith("/v1.0/users"))) {
              database.loseLease();
            }
            return database.write(owner, work);
          }
        };

    assertThatThrownBy(() -> run(database, claim, graph, losing, NOW).run())
        .isInstanceOf(LeaseLost.class);
    assertThat(database.count("snapshot_user", scanId)).isZero();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void stopsWhenTheUserCancels(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    database.call(
        connection -> {
          new ScanRows(connection).cancel(scanId, NOW);
          return scanId;
        });

    assertThatThrownBy(() -> scan(database, claim, SampleGraph.contoso()))
        .isInstanceOf(ScanCancelled.class);
    assertThat(database.count("snapshot_user", scanId)).isZero();
  }
}
