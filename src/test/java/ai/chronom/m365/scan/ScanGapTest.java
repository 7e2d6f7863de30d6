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
import ai.chronom.m365.permission.OptionalPermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
              assertThat(collection.state())
                  .isEqualTo(
                      OptionalPermissions.useOf(collection.permission()).isPresent()
                          ? CollectionState.NOT_GRANTED
                          : CollectionState.NOT_PERMITTED);
              assertThat(collection.reason()).contains(collection.permission());
            });
    assertThat(view.gaps()).noneMatch(gap -> gap.state() == CollectionState.NOT_GRANTED);
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
        .filteredOn(collection -> !collection.state().optional())
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

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void emptyReportOfAServiceThatManyHaveIsSuspicious(ScanDatabase database) {
    Claim claim = database.newTenant();
    String nobody =
        "Report Refresh Date,User Principal Name,Last Activity Date,Call Count,"
            + "Meetings Organized Count,Has Other Action\n";
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(
                "/v1.0/subscribedSkus",
                SampleGraph.page(List.of(SampleGraph.sku(SampleGraph.E5, 100, 50)), null))
            .answers("/v1.0/reports/getTeamsUserActivityUserDetail", nobody)
            .answers("/v1.0/copilot/reports/", nobody);

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(snapshot.collection(CollectionName.REPORT_TEAMS))
        .satisfies(
            teams -> {
              assertThat(teams.state()).isEqualTo(CollectionState.FAILED);
              assertThat(teams.reason()).contains("Suspicious", "50 users");
            });
    assertThat(snapshot.collection(CollectionName.REPORT_COPILOT).state())
        .as("nobody has Copilot")
        .isEqualTo(CollectionState.COMPLETE);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void olderShapeOfTheCopilotReportSaysLess(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(
                "/v1.0/copilot/reports/",
                "Report Refresh Date,User Principal Name,Last Activity Date\n"
                    + "2026-11-20,user1@contoso.example,2026-11-19\n");
    List<UserTraces> traces = new ArrayList<>();

    snapshot(database, claim, graph, NOW).users().forEachTraced((user, known) -> traces.add(known));

    assertThat(traces.get(0).copilot())
        .isEqualTo(new CopilotUse(LocalDate.parse("2026-11-19"), null, null));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void logLongerThanEnoughIsPartial(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = SampleGraph.contoso();
    for (int i = 1; i <= 130; i++) {
      String link = "https://graph.example/log?page=";
      String page =
          "{\"value\":[{\"userId\":\""
              + SampleGraph.userId(i)
              + "\",\"appId\":\""
              + AppSignIn.POWER_BI
              + "\",\"createdDateTime\":\"2026-11-22T08:00:00Z\"}],\"@odata.nextLink\":\""
              + link
              + (i + 1)
              + "\"}";
      graph.answers(i == 1 ? "/v1.0/auditLogs/signIns" : link + i, page);
    }

    CollectionResult signIns =
        snapshot(database, claim, graph, NOW).collection(CollectionName.SIGN_INS);

    assertThat(signIns.state()).isEqualTo(CollectionState.PARTIAL);
    assertThat(signIns.items()).isEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void remembersSignInsThatTheLogForgot(ScanDatabase database) {
    Claim claim = database.newTenant();
    snapshot(database, claim, SampleGraph.contoso(), NOW);
    FakeGraph later =
        SampleGraph.contoso().answers("/v1.0/auditLogs/", SampleGraph.page(List.of(), null));
    List<UserTraces> traces = new ArrayList<>();

    snapshot(database, claim, later, NOW.plus(Duration.ofDays(40)))
        .users()
        .forEachTraced((user, known) -> traces.add(known));

    assertThat(traces.get(0).appSignIns()).isEqualTo(SampleTraces.ofFirstUser().appSignIns());
    assertThat(traces.get(0).disabledAt()).isEqualTo(SampleTraces.ofFirstUser().disabledAt());
    assertThat(later.asked())
        .as("from the last scan on, and no longer than a week")
        .anyMatch(link -> link.endsWith("createdDateTime%20ge%202026-12-26T06:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void caseThatIsGoneMeanwhileLeavesTheOthers(ScanDatabase database) {
    Claim claim = database.newTenant();
    String cases = "/v1.0/security/cases/ediscoveryCases";
    String gone = "{\"id\":\"gone\",\"status\":\"active\"}";
    String closed = "{\"id\":\"old\",\"status\":\"closed\"}";
    String open = "{\"id\":\"" + SampleTraces.CASE + "\",\"status\":\"active\"}";
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(cases, SampleGraph.page(List.of(gone, closed, open), null))
            .refuses(cases + "/gone", FakeGraph.refusal(RefusalKind.NOT_FOUND, 404));
    List<Custodian> custodians = new ArrayList<>();

    Snapshot snapshot = snapshot(database, claim, graph, NOW);
    snapshot.inventory().forEachCustodian(custodians::add);

    assertThat(snapshot.collection(CollectionName.CUSTODIANS).complete()).isTrue();
    assertThat(custodians).extracting(Custodian::caseId).containsExactly(SampleTraces.CASE);
    assertThat(graph.asked()).noneMatch(link -> link.contains("/old/"));
  }
}
