package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scans over the wire: real sign-in, real HTTP, and what the sandbox does to both. */
class SandboxScanTest {
  private static final int USERS = 1_234;
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static ExecutorService ahead;

  private final ScanDatabase database = ScanDatabase.h2();
  private SandboxGraph graph;
  private Claim claim;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS));
    ahead = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void stop() {
    ahead.shutdownNow();
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    graph = new SandboxGraph(sandbox);
    claim = database.newTenant(graph.tenantId());
  }

  @AfterEach
  void heal() {
    sandbox.faults().clear();
    sandbox.registration().grantAdminConsent();
    for (Switch each : Switch.values()) {
      sandbox.registration().set(each, each.initially());
    }
  }

  private ScanRun run() {
    ScanRows.Open scan = database.start(graph.tenantId(), CLOCK.instant());
    return new ScanRun(
        new ScanContext(claim, scan, graph.connect(), database, ahead, CLOCK, time -> {}),
        ScanCollections.inOrder());
  }

  /** The snapshot of a scan that ends in one run. */
  private Snapshot scan() {
    long scanId = database.start(graph.tenantId(), CLOCK.instant()).id();
    assertThat(run().run()).isInstanceOf(RunEnd.Completed.class);
    database.complete(scanId, ScanState.COMPLETED, CLOCK.instant());
    return database.snapshot(scanId);
  }

  private static Map<String, ScannedUser> users(Snapshot snapshot) {
    Map<String, ScannedUser> users = new LinkedHashMap<>();
    snapshot
        .users()
        .forEachLicensed(user -> assertThat(users.put(user.id(), user)).as("once").isNull());
    return users;
  }

  private static void plant(String path, Fault fault, int after, int times) {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, path, fault).after(after).times(times));
  }

  private static void assertWhole(Snapshot snapshot) {
    assertThat(snapshot.collections().values())
        .allSatisfy(
            result ->
                assertThat(result.complete() || result.state() == CollectionState.NOT_GRANTED)
                    .as(result.toString())
                    .isTrue());
    assertThat(snapshot.collection(CollectionName.USERS).items()).isEqualTo(USERS);
    assertThat(snapshot.signInsKnown()).isTrue();
  }

  @Test
  void findsWhatWasPlanted() {
    Snapshot snapshot = scan();

    Map<String, ScannedUser> users = users(snapshot);
    assertWhole(snapshot);
    assertThat(users.keySet()).containsAll(sandbox.truth().idsIn(Situation.DOUBLE_ASSIGNMENT));
    assertThat(users.keySet()).doesNotContainAnyElementsOf(unlicensed());
    for (Person person : sandbox.truth().peopleIn(Situation.DISABLED_WITH_LICENSE)) {
      assertThat(users.get(person.id()).accountEnabled()).isFalse();
    }
    for (Person person : sandbox.truth().peopleIn(Situation.NEVER_SIGNED_IN)) {
      assertThat(users.get(person.id()).signIns()).isEqualTo(new SignInActivity(null, null, null));
    }
    for (Person person : sandbox.truth().peopleIn(Situation.DOUBLE_ASSIGNMENT)) {
      assertThat(users.get(person.id()).seats()).anyMatch(seat -> seat.paths().size() > 1);
    }
    assertThat(users.values()).filteredOn(user -> user.activity() != null).isNotEmpty();
  }

  private static List<String> unlicensed() {
    List<String> ids = new ArrayList<>();
    ids.addAll(sandbox.truth().idsIn(Situation.ACTIVE_UNLICENSED));
    ids.addAll(sandbox.truth().idsIn(Situation.GUEST_UNLICENSED));
    ids.addAll(sandbox.truth().idsIn(Situation.DISABLED_WITHOUT_LICENSE));
    return ids;
  }

  @Test
  void countsSeatsAsMicrosoftDoes() {
    Snapshot snapshot = scan();

    Map<String, Long> assigned = new LinkedHashMap<>();
    snapshot
        .users()
        .forEachLicensed(
            user ->
                user.seats().stream()
                    .filter(seat -> seat.paths().stream().anyMatch(AssignmentPath::active))
                    .forEach(seat -> assigned.merge(seat.skuId().toString(), 1L, Long::sum)));
    assertThat(snapshot.skus())
        .filteredOn(sku -> sku.appliesTo().equals("User"))
        .isNotEmpty()
        .allSatisfy(
            sku ->
                assertThat(assigned.getOrDefault(sku.skuId().toString(), 0L))
                    .as(sku.partNumber())
                    .isEqualTo(sku.consumedUnits()));
  }

  @Test
  void asksPoliteFew() {
    sandbox.requests().clear();

    scan();

    // One for each collection that is not optional, where changes begin, two more pages of users.
    long asked =
        ScanCollections.inOrder().stream()
            .filter(each -> !OptionalPermissions.contains(each.permission()))
            .count();
    assertThat(sandbox.requests().on(Site.GRAPH)).hasSize((int) asked + 3);
  }

  @Test
  void waitsOutThrottling() {
    plant("/v1.0/users?*", Fault.tooManyRequests("3"), 1, 2);

    assertWhole(scan());
    assertThat(graph.waits()).hasSize(2);
  }

  @Test
  void readsACutPageAgain() {
    plant("/v1.0/users?*", new Fault.Cut(20_000), 1, 1);

    assertWhole(scan());
  }

  @Test
  void renewsATokenThatWasRevoked() {
    plant("/v1.0/users?*", Fault.invalidToken(), 1, 1);

    assertWhole(scan());
  }

  @Test
  void pausesWhenGraphIsDownAndGoesOnBehindTheStoredPages() {
    plant("/v1.0/users?*", Fault.status(503), 2, Integer.MAX_VALUE);
    RunEnd paused = run().run();
    sandbox.faults().clear();
    sandbox.requests().clear();

    Snapshot snapshot = scan();

    assertThat(paused).isInstanceOf(RunEnd.Paused.class);
    assertWhole(snapshot);
    assertThat(sandbox.requests().on(Site.GRAPH))
        .filteredOn(request -> request.path().equals("/v1.0/users"))
        .hasSize(1);
  }

  @Test
  void neverFollowsALinkToAnotherHost() {
    plant(
        "/v1.0/users?*",
        new Fault.Rewrite(
            body ->
                body.replaceAll(
                    "https://localhost:\\d+/v1.0/users", "https://evil.example/v1.0/users")),
        0,
        1);

    assertThat(run().run()).isEqualTo(new RunEnd.Completed(true));
    assertThat(users().state()).isEqualTo(CollectionState.PARTIAL);
    assertThat(users().items()).isEqualTo(500);
  }

  private CollectionView users() {
    return database
        .call(
            c ->
                new ScanViews(c)
                    .find(graph.tenantId(), database.start(graph.tenantId(), CLOCK.instant()).id()))
        .orElseThrow()
        .collections()
        .get(CollectionName.USERS.ordinal());
  }

  @Test
  void tellsThatATenantWithoutPremiumKeepsItsSignInsToItself() {
    sandbox.registration().set(Switch.ENTRA_P1, false);

    Snapshot snapshot = scan();

    assertThat(snapshot.signInsKnown()).isFalse();
    assertThat(snapshot.collection(CollectionName.USERS).items()).isEqualTo(USERS);
    assertThat(snapshot.collection(CollectionName.USERS).reason()).contains("Entra ID P1");
  }

  @Test
  void stopsWithinAPageWhenAsked() throws Exception {
    plant("/v1.0/users?*", new Fault.Dribble(Duration.ofMillis(50)), 0, 1);
    ScanRun run = run();
    Future<RunEnd> end = ahead.submit(run::run);
    while (run.currentWait(CLOCK.instant().plusSeconds(60)).stream()
        .noneMatch(wait -> wait.name() == CollectionName.USERS)) {
      Thread.sleep(20);
    }

    run.stop();

    assertThat(end)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(ScanCancelled.class);
  }
}
