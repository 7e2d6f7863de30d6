package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.Changes;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans between two full ones ask who changed, and end with the same rows as a full one. */
class ChangedUsersTest {
  private static final int USERS = 620;
  private static final String TABLES =
      "select user_id, user_principal_name, display_name, department, account_enabled, seats,"
          + " sign_ins_read, last_successful, last_interactive, last_non_interactive"
          + " from snapshot_user where scan_id = ? order by user_id";

  @TempDir static Path directory;

  private Sandbox sandbox;
  private SandboxGraph graph;
  private Claim claim;
  private ScanDatabase database = ScanDatabase.h2();
  private Instant now = Instant.now();

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS));
    graph = new SandboxGraph(sandbox);
    claim = database.newTenant(graph.tenantId());
  }

  @AfterEach
  void stop() {
    for (Switch each : Switch.values()) {
      sandbox.registration().set(each, each.initially());
    }
    sandbox.close();
  }

  private ScanRun run(FencedWork fence, Duration fullEvery) {
    GraphConnection connection = graph.connect();
    return new ScanRun(
        new ScanContext(
            claim,
            database.start(graph.tenantId(), now),
            connection,
            fence,
            Runnable::run,
            Clock.fixed(now, ZoneOffset.UTC),
            time -> {},
            fullEvery),
        ScanCollections.inOrder().stream()
            .filter(each -> each.name() == CollectionName.USERS)
            .toList());
  }

  private long scan(Duration fullEvery) {
    long scanId = database.start(graph.tenantId(), now).id();
    assertThat(run(database, fullEvery).run()).isInstanceOf(RunEnd.Completed.class);
    database.complete(scanId, ScanState.COMPLETED, now);
    return scanId;
  }

  private long scanChanges() {
    sandbox.requests().clear();
    now = now.plus(Duration.ofHours(1));
    return scan(Duration.ofDays(7));
  }

  private List<List<Object>> rows(long scanId) {
    return database.call(
        connection ->
            Sql.list(
                connection,
                TABLES,
                values -> values.number(scanId),
                row -> {
                  Object[] cells = new Object[10];
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.getString(i + 1);
                  }
                  return java.util.Arrays.asList(cells);
                }));
  }

  /** A full scan of the same company, for comparison. */
  private void assertSameAsFull(long scanId) {
    Map<String, String> licenses = FaultRun.stored(database, scanId);
    List<List<Object>> rows = rows(scanId);
    long full = scan(Duration.ZERO);
    assertThat(rows).isEqualTo(rows(full));
    assertThat(licenses).isEqualTo(FaultRun.stored(database, full));
  }

  private int requests() {
    return sandbox.requests().on(Site.GRAPH).size();
  }

  private static void change(Changes changes) {
    for (int number = 0; number < 12; number++) {
      changes.set(number * 50, "department", "Dept " + number);
    }
    changes.set(5, "assignedLicenses", List.of());
    changes.set(5, "licenseAssignmentStates", List.of());
    changes.set(7, "accountEnabled", false);
    changes.set(7, "displayName", "Twice");
    changes.remove(11);
    changes.remove(13);
    changes.restore(13);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void changesOfOnePercentCostTwoRequests(ScanDatabase either) {
    database = either;
    claim = database.newTenant(graph.tenantId());
    scan(Duration.ofDays(7));
    change(sandbox.changes());

    long changed = scanChanges();

    assertThat(requests()).isEqualTo(2);
    assertThat(rows(changed)).hasSize(USERS - 1);
    assertSameAsFull(changed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void goesFromRoundToRound(int rounds) {
    scan(Duration.ofDays(7));
    long last = 0;
    for (int round = 0; round < rounds; round++) {
      sandbox.changes().set(round, "department", "Round " + round);
      last = scanChanges();
    }
    assertThat(requests()).isEqualTo(2);
    assertSameAsFull(last);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsEverybodyWhenGraphForgotTheRound(boolean gone) {
    scan(Duration.ofDays(7));
    sandbox.changes().set(3, "department", "New");
    sandbox.changes().remove(4);
    if (gone) {
      Fault answer =
          new Fault.Answer(
              Reply.text(410, "application/json", "{\"error\":{\"code\":\"resyncRequired\"}}")
                  .with("Location", sandbox.graphUrl() + "/v1.0/users/delta"));
      sandbox
          .faults()
          .plant(FaultRule.on(Site.GRAPH, "*users/delta?$deltatoken*", answer).times(1));
    } else {
      sandbox.forgetDeltas();
    }

    long full = scanChanges();

    assertThat(rows(full)).hasSize(USERS - 1);
    assertSameAsFull(full);
    sandbox.changes().set(5, "department", "Newer");
    scanChanges();
    assertThat(requests()).as("with changes again").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 48})
  void readsSignInsAnewWhenTheyAreOld(int hours) {
    scan(Duration.ofDays(7));
    now = now.plus(Duration.ofHours(hours));
    sandbox
        .changes()
        .set(
            9,
            "signInActivity",
            Map.of(
                "lastSignInDateTime",
                "2026-11-23T01:02:03Z",
                "lastSuccessfulSignInDateTime",
                "2026-11-23T01:02:03Z"));

    long changed = scanChanges();

    // Nobody changed in the directory's eyes; two pages of sign-ins.
    assertThat(requests()).isEqualTo(1 + 2);
    assertSameAsFull(changed);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 30})
  void readsEverybodyAfterAWeek(int days) {
    scan(Duration.ofDays(7));
    now = now.plus(Duration.ofDays(days));
    scanChanges();
    assertThat(requests()).as("where changes begin, and two pages").isEqualTo(1 + 2);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void goesOnAfterAKillAtAnyWrite(ScanDatabase either) {
    database = either;
    boolean killed = true;
    for (int writes = 0; killed; writes++) {
      claim = database.newTenant(graph.tenantId());
      scan(Duration.ofDays(7));
      change(sandbox.changes());
      now = now.plus(Duration.ofHours(21));
      long scanId = database.start(graph.tenantId(), now).id();
      killed = ScanBed.endsBy(run(new KilledAfter(database, writes), Duration.ofDays(7)));
      if (killed) {
        assertThat(run(database, Duration.ofDays(7)).run()).isEqualTo(new RunEnd.Completed(false));
      }
      database.complete(scanId, ScanState.COMPLETED, now);
      assertThat(rows(scanId)).hasSize(USERS - 1);
      if (writes % 5 == 0) {
        assertSameAsFull(scanId);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"premium", "permission"})
  void knowsWithoutSignInsToo(String missing) {
    if (missing.equals("premium")) {
      sandbox.registration().set(Switch.ENTRA_P1, false);
    }
    scan(Duration.ofDays(7));
    sandbox.changes().set(3, "department", "New");

    long changed = scanChanges();

    assertThat(requests()).isEqualTo(2);
    assertSameAsFull(changed);
  }
}
