package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scan says of what it could not read: each reason by its own name, over the wire. */
class SandboxHonestyTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static ExecutorService ahead;

  private final ScanDatabase database = ScanDatabase.h2();

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    ahead = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void stop() {
    ahead.shutdownNow();
    sandbox.close();
  }

  @AfterEach
  void heal() {
    OptionalPermissions.all()
        .forEach(
            permission -> sandbox.registration().revoke(Permissions.role(permission.graphRole())));
    sandbox.registration().grantAdminConsent();
    for (Switch each : Switch.values()) {
      sandbox.registration().set(each, each.initially());
    }
  }

  private Snapshot scan() {
    return scan(ScanCollections.inOrder());
  }

  private Snapshot scan(List<ScanCollection> collections) {
    SandboxGraph graph = new SandboxGraph(sandbox);
    Claim claim = database.newTenant(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), CLOCK.instant());
    RunEnd end =
        new ScanRun(
                new ScanContext(claim, scan, graph.connect(), database, ahead, CLOCK, time -> {}),
                collections)
            .run();
    assertThat(end).isInstanceOf(RunEnd.Completed.class);
    database.complete(scan.id(), ScanState.COMPLETED_WITH_GAPS, CLOCK.instant());
    return database.snapshot(scan.id());
  }

  private static Set<CollectionName> in(Snapshot snapshot, CollectionState state) {
    return snapshot.collections().values().stream()
        .filter(result -> result.state() == state)
        .map(CollectionResult::name)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CollectionName.class)));
  }

  private static Set<CollectionName> of(GraphPermission permission) {
    return ScanCollections.inOrder().stream()
        .filter(each -> each.permission().equals(permission))
        .map(ScanCollection::name)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CollectionName.class)));
  }

  static Stream<GraphPermission> permissionsBesidesTheDirectory() {
    return PermissionCatalog.application().stream()
        .filter(permission -> !permission.equals(PermissionCatalog.DIRECTORY_READ_ALL));
  }

  @Test
  void everyPermissionBringsSomething() {
    assertThat(PermissionCatalog.application())
        .allSatisfy(permission -> assertThat(of(permission)).as(permission.name()).isNotEmpty());
    assertThat(ScanCollections.inOrder())
        .extracting(ScanCollection::name)
        .containsExactly(CollectionName.values());
  }

  @ParameterizedTest
  @MethodSource("permissionsBesidesTheDirectory")
  void missingPermissionLeavesOutItsOwnCollectionsOnly(GraphPermission permission) {
    sandbox.registration().revoke(Permissions.role(permission.graphRole()));

    Snapshot snapshot = scan();

    assertThat(in(snapshot, CollectionState.NOT_PERMITTED)).isEqualTo(of(permission));
    assertThat(snapshot.collections().values())
        .filteredOn(result -> result.state() == CollectionState.NOT_PERMITTED)
        .allSatisfy(result -> assertThat(result.reason()).contains(permission.name()));
  }

  static Stream<GraphPermission> optionalPermissions() {
    return OptionalPermissions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("optionalPermissions")
  void optionalPermissionAloneBringsItsOwnCollectionsOnly(GraphPermission permission) {
    sandbox.registration().grant(Permissions.role(permission.graphRole()));

    Snapshot snapshot = scan();

    Set<CollectionName> others = EnumSet.noneOf(CollectionName.class);
    OptionalPermissions.all().stream()
        .filter(each -> !each.equals(permission))
        .forEach(each -> others.addAll(of(each)));
    assertThat(in(snapshot, CollectionState.NOT_GRANTED)).isEqualTo(others);
    assertThat(of(permission))
        .isNotEmpty()
        .allSatisfy(
            name -> {
              assertThat(snapshot.collection(name).complete()).as(name.word()).isTrue();
              assertThat(snapshot.collection(name).items()).as(name.word()).isPositive();
            });
  }

  @Test
  void whatIsOptionalIsNeverAGap() {
    SandboxGraph graph = new SandboxGraph(sandbox);
    Claim claim = database.newTenant(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), CLOCK.instant());

    RunEnd end =
        new ScanRun(
                new ScanContext(claim, scan, graph.connect(), database, ahead, CLOCK, time -> {}),
                ScanCollections.inOrder())
            .run();

    assertThat(end).isEqualTo(new RunEnd.Completed(false));
  }

  @Test
  void callsAreLeftAloneWhereTheOperatorDoesNotAskForThem() {
    sandbox.registration().grant(Permissions.role("CallRecord-PstnCalls.Read.All"));
    sandbox.requests().clear();

    Snapshot snapshot = scan(ScanCollections.wanted(true, false));

    assertThat(in(snapshot, CollectionState.SWITCHED_OFF))
        .containsExactly(CollectionName.PSTN_CALLS, CollectionName.DIRECT_CALLS);
    assertThat(snapshot.collection(CollectionName.PSTN_CALLS).reason())
        .contains("personal data", "chronom.scan.phone-calls");
    assertThat(sandbox.requests().all())
        .noneMatch(request -> request.path().contains("/communications/"));
  }

  @Test
  void concealmentIsProvedByTheTenantsOwnSetting() {
    sandbox.registration().grant(Permissions.role("ReportSettings.Read.All"));
    sandbox.registration().set(Switch.CONCEALED_NAMES, true);

    Snapshot snapshot = scan();

    assertThat(snapshot.collection(CollectionName.NAME_CONCEALMENT).complete()).isTrue();
    assertThat(snapshot.collection(CollectionName.REPORT_ACTIVE_USERS).state())
        .isEqualTo(CollectionState.NAMES_CONCEALED);
    assertThat(snapshot.collection(CollectionName.REPORT_ACTIVE_USERS).reason())
        .startsWith("This tenant's own setting");
  }

  @Test
  void eligibleRolesNeedALicenseThatTheTenantMayLack() {
    sandbox.registration().grant(Permissions.role("RoleManagement.Read.Directory"));
    sandbox.registration().set(Switch.ENTRA_P1, false);

    assertThat(scan().collection(CollectionName.ELIGIBLE_ROLES).state())
        .isEqualTo(CollectionState.LICENSE_MISSING);
  }

  @Test
  void tenantWithoutIntuneIsToldFromAMissingPermission() {
    sandbox.registration().set(Switch.INTUNE, false);

    assertThat(in(scan(), CollectionState.SERVICE_ABSENT))
        .containsExactly(
            CollectionName.INTUNE_APPS,
            CollectionName.APP_PROTECTIONS,
            CollectionName.DEVICE_CONFIGURATIONS,
            CollectionName.COMPLIANCE_POLICIES,
            CollectionName.MANAGED_DEVICES,
            CollectionName.AUTOPILOT_DEVICES,
            CollectionName.ENROLLMENT_CONFIGURATIONS);
  }

  @Test
  void tenantWithoutSharePointIsToldFromAMissingPermission() {
    sandbox.registration().set(Switch.SHAREPOINT, false);

    assertThat(in(scan(), CollectionState.SERVICE_ABSENT))
        .containsExactly(CollectionName.SITES, CollectionName.TERM_GROUPS);
  }

  @Test
  void whatMicrosoftOpensToUsersOnlyAsksForNothing() {
    sandbox.registration().set(Switch.AGREEMENTS_APP_ONLY, false);
    sandbox.registration().set(Switch.TERM_STORE_APP_ONLY, false);

    Snapshot snapshot = scan();

    assertThat(in(snapshot, CollectionState.SERVICE_ABSENT))
        .containsExactly(CollectionName.TERM_GROUPS, CollectionName.AGREEMENTS);
    assertThat(snapshot.collection(CollectionName.AGREEMENTS).reason())
        .contains("Nothing has to be done");
  }

  @Test
  void missingRoleGroupOfPurviewIsNamed() {
    sandbox.registration().set(Switch.EDISCOVERY_ROLE_GROUP, false);

    Snapshot snapshot = scan();

    assertThat(in(snapshot, CollectionState.SERVICE_ABSENT))
        .containsExactly(
            CollectionName.EDISCOVERY_CASES, CollectionName.CUSTODIANS, CollectionName.LEGAL_HOLDS);
    assertThat(snapshot.collection(CollectionName.EDISCOVERY_CASES).reason())
        .contains("eDiscovery Manager");
  }

  @Test
  void tenantWithoutPremiumHasNoSignInLog() {
    sandbox.registration().set(Switch.ENTRA_P1, false);

    assertThat(in(scan(), CollectionState.LICENSE_MISSING))
        .containsExactly(CollectionName.SIGN_INS, CollectionName.PREMIUM_INSIGHT);
  }

  @Test
  void concealedNamesAreExplainedAndNeverJoined() {
    sandbox.registration().set(Switch.CONCEALED_NAMES, true);

    Snapshot snapshot = scan();

    Set<CollectionName> reports = new HashSet<>(of(PermissionCatalog.REPORTS_READ_ALL));
    // It counts, and names nobody.
    reports.remove(CollectionName.PREMIUM_INSIGHT);
    assertThat(in(snapshot, CollectionState.NAMES_CONCEALED)).isEqualTo(reports);
    reports.forEach(
        report ->
            assertThat(snapshot.collection(report).reason())
                .contains("Org settings > Services > Reports", "work meanwhile"));
    snapshot
        .users()
        .forEachTraced(
            (user, traces) -> {
              assertThat(user.activity()).isNull();
              assertThat(traces.mailbox()).isNull();
              assertThat(traces.teams()).isNull();
            });
    assertThat(snapshot.collection(CollectionName.REPORT_SITES).items()).isPositive();
  }

  @Test
  void switchedOffPreviewIsNotAskedFor() {
    sandbox.requests().clear();

    Snapshot snapshot = scan(ScanCollections.wanted(false, true));

    assertThat(sandbox.requests().all()).noneMatch(request -> request.path().startsWith("/beta"));
    assertThat(in(snapshot, CollectionState.SERVICE_ABSENT))
        .containsExactly(
            CollectionName.LEGAL_HOLDS,
            CollectionName.SENSITIVITY_LABELS,
            CollectionName.PREMIUM_INSIGHT);
    assertThat(snapshot.collection(CollectionName.LEGAL_HOLDS).reason())
        .contains("chronom.scan.preview");
  }
}
