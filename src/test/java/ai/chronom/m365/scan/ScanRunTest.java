package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.REPORT_ACTIVE_USERS;
import static ai.chronom.m365.scan.CollectionName.USERS;
import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.endsBy;
import static ai.chronom.m365.scan.ScanBed.ids;
import static ai.chronom.m365.scan.ScanBed.run;
import static ai.chronom.m365.scan.ScanBed.snapshot;
import static ai.chronom.m365.scan.ScanBed.users;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole scans against a hand-written Graph, on each database. */
class ScanRunTest {
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void readsTheWholeTenant(ScanDatabase database) {
    Claim claim = database.newTenant();

    Snapshot snapshot = snapshot(database, claim, SampleGraph.contoso(), NOW);

    assertThat(snapshot.signInsKnown()).isTrue();
    assertThat(snapshot.collections().values())
        .allMatch(result -> result.complete() || result.state().optional());
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
                        SampleGraph.GROUP, "Active", "None", Set.of(PlanId.of(SampleGraph.PLAN)))),
                Instant.parse("2024-05-06T07:08:09Z")));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void givesBackWhatTheServicesKnowOfEachUser(ScanDatabase database) {
    Claim claim = database.newTenant();

    Map<String, UserTraces> traces = traces(snapshot(database, claim, SampleGraph.contoso(), NOW));

    assertThat(traces.keySet()).containsExactlyElementsOf(ids(1, 6));
    assertThat(traces.get(SampleGraph.userId(1))).isEqualTo(SampleTraces.ofFirstUser());
    assertThat(traces.get(SampleGraph.userId(2))).isEqualTo(UserTraces.NONE);
  }

  private static Map<String, UserTraces> traces(Snapshot snapshot) {
    Map<String, UserTraces> traces = new LinkedHashMap<>();
    snapshot.users().forEachTraced((user, known) -> traces.put(user.id(), known));
    return traces;
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void givesBackWhatTheTenantHas(ScanDatabase database) {
    Claim claim = database.newTenant();

    Inventory inventory = snapshot(database, claim, SampleGraph.contoso(), NOW).inventory();

    List<Site> sites = new ArrayList<>();
    inventory.forEachSite(sites::add);
    List<InventoryItem> cases = new ArrayList<>();
    inventory.forEachItem(CollectionName.EDISCOVERY_CASES, cases::add);
    assertThat(inventory.organization().orElseThrow().displayName()).isEqualTo("Contoso");
    assertThat(sites)
        .containsExactly(
            new Site(
                SampleTraces.SITE,
                "https://contoso.example/sites/sales",
                "Sales",
                false,
                null,
                new SiteUse(LocalDate.parse("2026-11-12"), 900L, 1_000L, 7L, "Group")));
    assertThat(cases)
        .containsExactly(new InventoryItem(SampleTraces.CASE, null, "Trial", "active", null));
    assertThat(inventory.premiumInsight()).contains(new PremiumInsight(100L, 50L, 85L, null));
    assertThat(inventory.secureScore().orElseThrow())
        .isEqualTo(
            new SecureScore(
                Instant.parse("2026-11-22T00:00:00Z"),
                387.5,
                697.0,
                0,
                0,
                List.of("HasExchange"),
                List.of(new SecureScore.Control("AdminMFA", "Identity", 35.0))));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void streamsMoreUsersThanOneBlockInOrder(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/users", SampleGraph.users(1, 900, SampleGraph.LINK + 2))
            .answers(SampleGraph.LINK + 2, SampleGraph.users(901, 2_300, null));

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(1, 2_300));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void followsAnEmptyPageThatHasANext(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers("/v1.0/users", SampleGraph.page(List.of(), SampleGraph.LINK + 2));

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(3, 6));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void countsAUserOnTwoPagesOnce(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso().answers(SampleGraph.LINK + 3, SampleGraph.users(4, 6, null));

    Snapshot snapshot = snapshot(database, claim, graph, NOW);

    assertThat(ids(snapshot)).isEqualTo(ids(1, 6));
    assertThat(snapshot.collection(USERS).items()).isEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void readsABrokenPageAgain(ScanDatabase database) {
    Claim claim = database.newTenant();
    String whole = SampleGraph.users(3, 6, null);
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(SampleGraph.LINK + 2, whole.substring(0, whole.length() / 2), whole);

    assertThat(ids(snapshot(database, claim, graph, NOW))).isEqualTo(ids(1, 6));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
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
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void allowsOneOpenScanPerTenant(ScanDatabase database) {
    database.newTenant();
    database.start(NOW);

    Optional<Long> second =
        database.call(c -> new ScanRows(c).insert(ScanDatabase.tenantId(), NOW));

    assertThat(second).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void tellsProgressWhileItRuns(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(NOW).id();
    endsBy(run(database, claim, SampleGraph.contoso(), new KilledAfter(database, 14), NOW));

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
}
