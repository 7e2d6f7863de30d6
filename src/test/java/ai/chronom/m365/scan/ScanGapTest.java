package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.GROUPS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIBED_SKUS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIPTIONS;
import static ai.chronom.m365.scan.CollectionName.USERS;
import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.ids;
import static ai.chronom.m365.scan.ScanBed.scan;
import static ai.chronom.m365.scan.ScanBed.snapshot;
import static ai.chronom.m365.scan.ScanBed.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.job.Claim;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is missing is told, never guessed, and ends no scan; on each database. */
class ScanGapTest {
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void asksForNoSignInsWithoutAuditLogPermission(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = new FakeGraph("Directory.Read.All").answers("/v1.0/", SampleGraph.NO_USERS);

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(graph.asked()).noneMatch(link -> link.contains("signInActivity"));
    assertThat(snapshot.signInsKnown()).isFalse();
    assertThat(snapshot.collection(USERS).reason()).contains("AuditLog.Read.All");
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
        .containsExactly(tuple(SUBSCRIPTIONS, CollectionState.NOT_PERMITTED));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void failsWhenEntraRejectsUsMidway(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .refuses(
                SampleGraph.LINK + 2, FakeGraph.refusal(RefusalKind.CREDENTIALS_REJECTED, 401));

    assertThat(scan(database, claim, graph)).isInstanceOf(RunEnd.Failed.class);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
