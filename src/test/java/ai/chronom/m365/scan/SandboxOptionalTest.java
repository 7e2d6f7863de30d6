package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Permissions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What permissions beyond the guide's bring, against what was planted; on each database. */
class SandboxOptionalTest {
  private static final int USERS = 120;
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static ExecutorService ahead;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS));
    ahead = Executors.newCachedThreadPool();
    OptionalPermissions.all()
        .forEach(
            permission -> sandbox.registration().grant(Permissions.role(permission.graphRole())));
  }

  @AfterAll
  static void stop() {
    ahead.shutdownNow();
    sandbox.close();
  }

  private static Snapshot scan(ScanDatabase database) {
    SandboxGraph graph = new SandboxGraph(sandbox);
    Claim claim = database.newTenant(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), CLOCK.instant());
    new ScanRun(
            new ScanContext(claim, scan, graph.connect(), database, ahead, CLOCK, time -> {}),
            ScanCollections.inOrder())
        .run();
    database.complete(scan.id(), ScanState.COMPLETED, CLOCK.instant());
    return database.snapshot(scan.id());
  }

  private static Map<String, UserTraces> traces(Snapshot snapshot) {
    Map<String, UserTraces> traces = new LinkedHashMap<>();
    snapshot.users().forEachTraced((user, known) -> traces.put(user.id(), known));
    return traces;
  }

  private static List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      people.addAll(sandbox.truth().peopleIn(situation));
    }
    return people;
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void optionalPermissionsBringWhatWasPlanted(ScanDatabase database) {
    sandbox.requests().clear();
    Map<String, UserTraces> traces = traces(scan(database));

    for (Person person : people()) {
      UserTraces known = traces.get(person.id());
      if (known != null) {
        assertOptional(person, known.optional());
      }
    }
    assertThat(traces.values())
        .filteredOn(known -> !known.optional().eligibleRoles().isEmpty())
        .extracting(known -> known.optional().eligibleRoles().get(0).name())
        .hasSize(2)
        .containsOnly("Directory Readers");
    // Some dozens are in question, twenty fit into a request.
    assertThat(sandbox.requests().all())
        .filteredOn(request -> request.path().endsWith("/$batch"))
        .hasSizeLessThan(6);
    assertThat(sandbox.requests().all())
        .noneMatch(request -> request.path().endsWith("/userPurpose"));
  }

  private static void assertOptional(Person person, OptionalTraces known) {
    assertThat(known.leavesAt()).isEqualTo(person.leavesAt().orElse(null));
    assertThat(known.room()).isEqualTo(person.mailboxPurpose().equals("room"));
    if (known.mailboxPurpose() != null) {
      assertThat(known.mailboxPurpose()).isEqualTo(person.mailboxPurpose());
    }
    boolean inQuestion = !person.isEnabled() && person.hasMailbox();
    assertThat(inQuestion && known.mailboxPurpose() == null).as(person.id()).isFalse();
    TeamsUser teams = known.teams();
    assertThat(teams != null && teams.numbers() == 1).isEqualTo(person.hasPhoneNumber());
    assertThat(teams != null && teams.resourceAccount()).isEqualTo(person.isPhoneApplication());
    assertThat(known.calls())
        .filteredOn(call -> !call.kind().direct())
        .extracting(PhoneCall::kind)
        .containsExactlyInAnyOrderElementsOf(
            person.calledAt().isPresent()
                ? List.of(PhoneCall.Kind.PLAN_OUT, PhoneCall.Kind.PLAN_IN)
                : List.of());
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void accessPoliciesSayWhomTheyCover(ScanDatabase database) {
    List<AccessPolicy> policies = new ArrayList<>();
    scan(database).inventory().forEachAccessPolicy(policies::add);

    assertThat(policies).hasSize(2);
    AccessPolicy byRisk = policies.stream().filter(AccessPolicy::byRisk).findFirst().orElseThrow();
    AccessPolicy forAll = policies.stream().filter(p -> !p.byRisk()).findFirst().orElseThrow();
    DirectoryRole admin =
        new DirectoryRole("62e90394-69f5-4237-9190-012177145e10", "Global Administrator");
    assertThat(forAll.mayCover("anybody", List.of())).isTrue();
    assertThat(byRisk.mayCover("anybody", List.of())).isFalse();
    assertThat(byRisk.mayCover("anybody", List.of(admin))).isTrue();
    assertThat(byRisk.watches()).isTrue();
  }
}
