package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.GROUPS;
import static ai.chronom.m365.scan.CollectionName.REPORT_ACTIVE_USERS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIBED_SKUS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIPTIONS;
import static ai.chronom.m365.scan.CollectionName.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole scans against a hand-written Graph, on each database. */
class ScanRunTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  static Stream<ScanDatabase> databases() {
    return Stream.of(ScanDatabase.h2(), ScanDatabase.postgreSql());
  }

  private static RunEnd scan(ScanDatabase database, Claim claim, FakeGraph graph) {
    return run(database, claim, graph, database, NOW).run();
  }

  private static ScanRun run(
      ScanDatabase database, Claim claim, FakeGraph graph, FencedWork fence, Instant now) {
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
  private static Snapshot snapshot(
      ScanDatabase database, Claim claim, FakeGraph graph, Instant now) {
    long scanId = database.start(now).id();
    assertThat(run(database, claim, graph, database, now).run())
        .isInstanceOf(RunEnd.Completed.class);
    database.complete(scanId, ScanState.COMPLETED, now);
    return database.snapshot(scanId);
  }

  private static List<ScannedUser> users(Snapshot snapshot) {
    List<ScannedUser> users = new ArrayList<>();
    snapshot.users().forEachLicensed(users::add);
    return users;
  }

  private static List<String> ids(Snapshot snapshot) {
    return users(snapshot).stream().map(ScannedUser::id).toList();
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(SampleGraph::userId).toList();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void readsTheWholeTenant(ScanDatabase database) {
    Claim claim = database.newTenant();

    Snapshot snapshot = snapshot(database, claim, SampleGraph.contoso(), NOW);

    assertThat(snapshot.signInsKnown()).isTrue();
    assertThat(snapshot.collections().values()).allMatch(CollectionResult::complete);
    assertThat(snapshot.sku(SkuId.of(SampleGraph.E5)).orElseThrow())
        .satisfies(
            sku -> {
              assertThat(sku.enabledUnits()).isEqualTo(10);
              assertThat(sku.consumedUnits()).isEqualTo(6);
              assertThat(sku.plans()).extracting(SubscribedSku.Plan::name).contains("TEAMS1");
            });
    assertThat(snapshot.subscriptions())
        .extracting(Subscription::nextLifecycle)
        .containsExactly(Instant.parse("2027-02-01T00:00:00Z"));
    assertThat(snapshot.groups().get(0).skus()).containsExactly(SkuId.of(SampleGraph.E5));
    assertThat(snapshot.collection(REPORT_ACTIVE_USERS).asOf()).isEqualTo("2026-11-20");
    assertThat(ids(snapshot)).isEqualTo(ids(1, 6));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void givesUsersBackAsGraphSaidThem(ScanDatabase database) {
    Claim claim = database.newTenant();

    ScannedUser user = users(snapshot(database, claim, SampleGraph.contoso(), NOW)).get(0);

    assertThat(user.userPrincipalName()).isEqualTo("User1@contoso.example");
    assertThat(user.accountEnabled()).isTrue();
    assertThat(user.createdAt()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(user.signIns())
        .isEqualTo(new SignInActivity(null, Instant.parse("2026-11-01T10:00:00Z"), null));
    assertThat(user.activity())
        .isEqualTo(
            new ServiceActivity(
                LocalDate.parse("2026-11-19"), null, null, LocalDate.parse("2026-11-18"), null));
    assertThat(user.seats())
        .containsExactly(
            new Seat(
                SkuId.of(SampleGraph.E5),
                List.of(
                    new AssignmentPath(
                        SampleGraph.GROUP,
                        "Active",
                        "None",
                        Set.of(PlanId.of(SampleGraph.PLAN)),
                        Instant.parse("2024-05-06T07:08:09Z")))));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void streamsMoreUsersThanOneBlockInOrder(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/users", SampleGraph.users(1, 900, SampleGraph.LINK + 2))
            .answers(SampleGraph.LINK + 2, SampleGraph.users(901, 2_300, null));

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(1, 2_300));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void goesOnAfterAKillAtAnyWriteWithTheSameRows(ScanDatabase database) {
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
      assertThat(database.count("snapshot_path", scanId)).isEqualTo(6);
      assertThat(database.view(scanId).collections())
          .extracting(CollectionView::items)
          .containsExactly(1L, 2L, 1L, 6L, 1L, 2L);
      assertThat(graph.asked().stream().filter(link -> link.contains("users?")).count())
          .as("requests for users when killed at write %d", writes - 1)
          .isLessThanOrEqualTo(3 + 2);
    }
    assertThat(writes).as("writes of a scan").isGreaterThan(12);
  }

  private static boolean endsBy(ScanRun run) {
    try {
      run.run();
      return false;
    } catch (KilledAfter.Killed killed) {
      return true;
    }
  }

  /** The process dies instead of the write after so many. */
  private record KilledAfter(FencedWork fence, int[] left) implements FencedWork {
    KilledAfter(FencedWork fence, int writes) {
      this(fence, new int[] {writes});
    }

    static final class Killed extends RuntimeException {}

    @Override
    public <T> T write(Claim claim, Sql.Work<T> work) {
      if (left[0]-- == 0) {
        throw new Killed();
      }
      return fence.write(claim, work);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
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
  @MethodSource("databases")
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
  @MethodSource("databases")
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
  @MethodSource("databases")
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
  @MethodSource("databases")
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

  @ParameterizedTest
  @MethodSource("databases")
  void allowsOneOpenScanPerTenant(ScanDatabase database) {
    database.newTenant();
    database.start(NOW);

    Optional<Long> second =
        database.call(c -> new ScanRows(c).insert(ScanDatabase.tenantId(), NOW));

    assertThat(second).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesThePermissionThatIsMissing(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = new FakeGraph();

    RunEnd end = scan(database, claim, graph);

    ScanView view = database.view(database.start(NOW).id());
    assertThat(end).isEqualTo(new RunEnd.Completed(true));
    assertThat(graph.asked()).isEmpty();
    assertThat(view.collections())
        .allSatisfy(
            collection -> {
              assertThat(collection.state()).isEqualTo(CollectionState.NOT_PERMITTED);
              assertThat(collection.reason()).contains(collection.permission());
            });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void readsUsersWithoutSignInsWhenTheTenantHasNoPremium(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/users", SampleGraph.users(1, 6, null))
            .refuses(
                UsersCollection.PATH_WITH_SIGN_INS,
                FakeGraph.refusal(RefusalKind.LICENSE_MISSING, 403));

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(snapshot.signInsKnown()).isFalse();
    assertThat(snapshot.collection(USERS).complete()).isTrue();
    assertThat(snapshot.collection(USERS).reason()).contains("Entra ID P1");
    assertThat(users(snapshot)).hasSize(6).allMatch(user -> user.signIns() == null);
    assertThat(graph.asked().stream().filter(link -> link.contains("signInActivity"))).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void believesAPremiumTenantThatIsRefusedForAMoment(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(
                SampleGraph.LINK + 2,
                2,
                FakeGraph.refusal(RefusalKind.LICENSE_MISSING, 403),
                SampleGraph.users(3, 6, null));

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(snapshot.signInsKnown()).isTrue();
    assertThat(ids(snapshot)).isEqualTo(ids(1, 6));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void asksForNoSignInsWithoutAuditLogPermission(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = new FakeGraph("Directory.Read.All").answers("/v1.0/", SampleGraph.NO_USERS);

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(graph.asked()).noneMatch(link -> link.contains("signInActivity"));
    assertThat(snapshot.signInsKnown()).isFalse();
    assertThat(snapshot.collection(USERS).reason()).contains("AuditLog.Read.All");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void refusalOfOneCollectionLeavesTheOthers(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(
                "/v1.0/directory/subscriptions", FakeGraph.refusal(RefusalKind.NOT_PERMITTED, 403));

    assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(true));
    assertThat(database.view(database.start(NOW).id()).collections())
        .filteredOn(collection -> collection.state() != CollectionState.COMPLETE)
        .extracting(CollectionView::name, CollectionView::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SUBSCRIPTIONS, CollectionState.NOT_PERMITTED));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void givesACollectionUpAfterSixFailuresInARow(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses("/v1.0/groups", FakeGraph.refusal(RefusalKind.UNAVAILABLE, 503));

    for (int failure = 1; failure < ScanRun.FAILURES_MAX; failure++) {
      assertThat(scan(database, claim, graph)).isInstanceOf(RunEnd.Paused.class);
    }

    assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(true));
    assertThat(database.view(database.start(NOW).id()).collections())
        .filteredOn(collection -> collection.name() == GROUPS)
        .extracting(CollectionView::state)
        .containsExactly(CollectionState.FAILED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void failsWhenEntraRejectsUsMidway(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(
                SampleGraph.LINK + 2, FakeGraph.refusal(RefusalKind.CREDENTIALS_REJECTED, 401));

    assertThat(scan(database, claim, graph)).isInstanceOf(RunEnd.Failed.class);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void endsPagesThatLeadInACircle(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(SampleGraph.LINK + 3, SampleGraph.users(5, 6, SampleGraph.LINK + 2));

    assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(true));
    assertThat(database.view(database.start(NOW).id()).collections())
        .filteredOn(collection -> collection.name() == USERS)
        .allSatisfy(
            users -> {
              assertThat(users.state()).isEqualTo(CollectionState.PARTIAL);
              assertThat(users.items()).isBetween(4L, 6L);
            });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void followsAnEmptyPageThatHasANext(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/users", SampleGraph.page(List.of(), SampleGraph.LINK + 2));

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(3, 6));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void countsAUserOnTwoPagesOnce(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso().answers(SampleGraph.LINK + 3, SampleGraph.users(4, 6, null));

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(ids(snapshot)).isEqualTo(ids(1, 6));
    assertThat(snapshot.collection(USERS).items()).isEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void readsABrokenPageAgain(ScanDatabase database) {
    Claim claim = database.newTenant();
    String whole = SampleGraph.users(3, 6, null);
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(SampleGraph.LINK + 2, whole.substring(0, whole.length() / 2), whole);

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(1, 6));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void refusesTheAnswersOfAnotherTenant(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(
                "/v1.0/organization",
                SampleGraph.page(List.of("{\"id\":\"" + SampleGraph.E5 + "\"}"), null));

    assertThat(scan(database, claim, graph)).isEqualTo(new RunEnd.Completed(true));
    assertThat(database.view(database.start(NOW).id()).collections().get(0).reason())
        .contains("another tenant");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void remembersSinceWhenAnAccountIsDisabled(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph disabledFirst = SampleGraph.contoso().answers("/v1.0/users", disabled(1));
    FakeGraph disabledBoth = SampleGraph.contoso().answers("/v1.0/users", disabled(1, 2));

    snapshot(database, claim, disabledFirst, NOW);
    snapshot(database, claim, disabledBoth, NOW.plusSeconds(60));
    Snapshot third = snapshot(database, claim, disabledBoth, NOW.plusSeconds(120));

    assertThat(users(third))
        .extracting(ScannedUser::disabledSeen)
        .containsExactly(null, NOW.plusSeconds(60), null);
  }

  private static String disabled(Integer... numbers) {
    List<Integer> disabled = List.of(numbers);
    return SampleGraph.page(
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> SampleGraph.user(number, !disabled.contains(number)))
            .toList(),
        null);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void knowsWhatWasBoughtBefore(ScanDatabase database) {
    Claim claim = database.newTenant();
    Snapshot first = snapshot(database, claim, SampleGraph.contoso(), NOW);
    FakeGraph grown =
        SampleGraph.contoso()
            .answers(
                "/v1.0/subscribedSkus",
                SampleGraph.page(List.of(SampleGraph.sku(SampleGraph.E5, 20, 6)), null));

    Snapshot second = snapshot(database, claim, grown, NOW.plusSeconds(3_600));

    assertThat(first.previousUnits()).isEmpty();
    assertThat(second.previousUnits().orElseThrow())
        .satisfies(
            earlier -> {
              assertThat(earlier.takenAt()).isEqualTo(NOW);
              assertThat(earlier.enabledUnits()).containsEntry(SkuId.of(SampleGraph.E5), 10);
            });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tellsProgressWhileItRuns(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    endsBy(run(database, claim, SampleGraph.contoso(), new KilledAfter(database, 12), NOW));

    ScanView view = database.view(scanId);

    assertThat(view.percent()).isBetween(20, 90);
    assertThat(view.graphRequests()).isPositive();
    assertThat(view.collections())
        .filteredOn(collection -> collection.name() == USERS)
        .allSatisfy(
            users -> {
              assertThat(users.state()).isEqualTo(CollectionState.RUNNING);
              assertThat(users.expectedItems()).isEqualTo(6);
              assertThat(users.percent()).hasValue(33);
            });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheNewestTenSnapshots(ScanDatabase database) {
    Claim claim = database.newTenant();
    List<Long> scans = new ArrayList<>();
    for (int i = 0; i < SnapshotRemoval.SNAPSHOTS_KEPT + 2; i++) {
      scans.add(snapshot(database, claim, SampleGraph.contoso(), NOW.plusSeconds(i)).scanId());
    }

    List<Long> disposable =
        database.call(c -> new SnapshotRemoval(c).disposable(ScanDatabase.tenantId()));
    disposable.forEach(scanId -> removeAll(database, scanId));

    assertThat(disposable).isEqualTo(scans.subList(0, 2));
    assertThat(database.count("snapshot_user", scans.get(0))).isZero();
    assertThat(new SnapshotReader(database.source()).of(scans.get(0))).isEmpty();
    assertThat(ids(database.snapshot(scans.get(2)))).isEqualTo(ids(1, 6));
  }

  private static void removeAll(ScanDatabase database, long scanId) {
    while (database.call(c -> new SnapshotRemoval(c).removeSome(scanId))) {
      continue;
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void hostileTextIsStoredHarmlessly(ScanDatabase database) {
    Claim claim = database.newTenant();
    String hostile =
        SampleGraph.user(1)
            .replace("User 1", "\\u0000<script>'); drop table scan;--\\ud800" + "x".repeat(5_000));
    FakeGraph graph =
        SampleGraph.contoso().answers("/v1.0/users", SampleGraph.page(List.of(hostile), null));

    ScannedUser user = users(snapshot(database, claim, graph, NOW)).get(0);

    assertThat(user.displayName()).startsWith("\uFFFD<script>');").hasSize(256);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void licensesOfAScanThatReadNeitherAreNoSnapshot(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/subscribedSkus", "[]")
            .answers("/v1.0/users", "not JSON");

    assertThat(scan(database, claim, graph)).isInstanceOf(RunEnd.Failed.class);
    assertThat(database.view(database.start(NOW).id()).collections())
        .filteredOn(collection -> collection.name() == SUBSCRIBED_SKUS)
        .extracting(CollectionView::state)
        .containsExactly(CollectionState.FAILED);
  }
}
