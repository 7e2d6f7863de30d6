package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.contoso.CompanySite;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Permissions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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

/** Rows that a scan over the wire brought, against what was really planted; on each database. */
class SandboxTracesTest {
  private static final int USERS = 360;
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long GIBIBYTE = 1L << 30;

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
  void everyCollectionIsCompleteAndBringsRows(ScanDatabase database) {
    Snapshot snapshot = scan(database);

    assertThat(snapshot.collections()).hasSize(CollectionName.values().length);
    assertThat(snapshot.collections().values())
        .allSatisfy(
            collection -> {
              assertThat(collection.state())
                  .as(collection.name() + " " + collection.reason())
                  .isEqualTo(CollectionState.COMPLETE);
              assertThat(collection.items()).as(collection.name().word()).isPositive();
            });
    assertThat(snapshot.collection(CollectionName.USERS).items()).isEqualTo(USERS);
    assertThat(snapshot.collection(CollectionName.REPORT_MAILBOXES).asOf())
        .isEqualTo(LocalDate.now(CLOCK).minusDays(2));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void usersTracesAreWhatWasPlanted(ScanDatabase database) {
    Map<String, UserTraces> traces = traces(scan(database));

    for (Person person : people()) {
      UserTraces known = traces.get(person.id());
      if (known != null) {
        assertMailbox(person, known);
        assertFiles(person, known);
        assertApps(person, known);
        assertThat(known.appSignIns().stream().anyMatch(s -> s.appId().equals(AppSignIn.POWER_BI)))
            .as("Power BI of " + person.id())
            .isEqualTo(person.usesPowerBi() && signedInLately(person));
        assertThat(known.disabledAt().isEmpty())
            .isEqualTo(person.situation() != Situation.DISABLED_RECENTLY);
      }
    }
    assertThat(traces.values()).filteredOn(known -> !known.devices().isEmpty()).hasSize(12);
    assertThat(traces.values()).filteredOn(known -> !known.appProtections().isEmpty()).hasSize(5);
  }

  private static boolean signedInLately(Person person) {
    return person
        .succeededAt()
        .filter(at -> at.isAfter(CLOCK.instant().minus(java.time.Duration.ofDays(7))))
        .isPresent();
  }

  private static void assertMailbox(Person person, UserTraces known) {
    if (!person.hasMailbox()) {
      assertThat(known.mailbox()).isNull();
      return;
    }
    Mailbox mailbox = known.mailbox();
    assertThat(mailbox).as(person.id()).isNotNull();
    assertThat(mailbox.archive()).isEqualTo(person.hasArchive());
    assertThat(mailbox.recipientType()).isEqualTo(person.recipientType());
    assertThat(mailbox.usedBytes())
        .isLessThanOrEqualTo(person.mailboxGigabytes() * GIBIBYTE)
        .isGreaterThan((person.mailboxGigabytes() - 1) * GIBIBYTE);
    assertThat(mailbox.deletedQuotaBytes() >= 100 * GIBIBYTE).isEqualTo(person.isOnHold());
    assertThat(known.mail()).isEqualTo(person.products().isEmpty() ? null : mailOf(person));
  }

  private static MailUse mailOf(Person person) {
    LocalDate worked = worked(person);
    return worked == null ? new MailUse(null, 0L, 112L, 0L) : new MailUse(worked, 31L, 112L, 97L);
  }

  /** Reports forget after 180 days, and lag two. */
  private static LocalDate worked(Person person) {
    return person
        .workedOn()
        .filter(day -> !day.isBefore(LocalDate.now(CLOCK).minusDays(182)))
        .orElse(null);
  }

  private static void assertFiles(Person person, UserTraces known) {
    if (known.oneDrive() != null) {
      assertThat(known.oneDrive())
          .isEqualTo(new OneDrive(worked(person), GIBIBYTE / 2, 1024 * GIBIBYTE, 120L));
    }
    if (known.sharePoint() != null) {
      assertThat(known.sharePoint().lastActive()).isEqualTo(worked(person));
    }
    if (known.teams() != null) {
      assertThat(known.teams().calls()).isEqualTo(worked(person) == null ? 0 : 5);
      assertThat(known.teams().otherAction()).isEqualTo(worked(person) != null);
    }
    boolean copilot = person.products().stream().anyMatch(p -> p.has("M365_COPILOT_APPS"));
    assertThat(known.copilot() != null).isEqualTo(copilot);
    if (known.copilot() != null) {
      boolean used = person.number() % 3 != 0 && worked(person) != null;
      assertThat(known.copilot())
          .isEqualTo(used ? new CopilotUse(worked(person), 41L, 9L) : new CopilotUse(null, 0L, 0L));
    }
  }

  private static void assertApps(Person person, UserTraces known) {
    boolean apps =
        person.products().stream()
            .anyMatch(p -> p.has("OFFICESUBSCRIPTION") || p.has("OFFICE_BUSINESS"));
    assertThat(known.apps() != null).as(person.id()).isEqualTo(apps);
    if (known.apps() != null) {
      boolean desktop = worked(person) != null && !person.worksInBrowser();
      assertThat(known.apps().used(OfficeApp.WORD, Platform.WINDOWS)).isEqualTo(desktop);
      assertThat(known.apps().platforms().contains(Platform.WEB)).isEqualTo(worked(person) != null);
      assertThat(known.activations())
          .filteredOn(one -> one.product().startsWith("Microsoft 365 Apps"))
          .singleElement()
          .satisfies(one -> assertThat(one.windows()).isEqualTo(desktop ? 1 : 0));
    }
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void administratorsAndCustodiansAreWhoWasPlanted(ScanDatabase database) {
    Map<String, UserTraces> traces = traces(scan(database));

    assertThat(traces.entrySet())
        .filteredOn(entry -> !entry.getValue().custodies().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(firstOnHold());
    assertThat(traces.values())
        .flatExtracting(UserTraces::custodies)
        .allSatisfy(
            custody -> {
              assertThat(custody.active()).isTrue();
              assertThat(custody.holdStatus()).isEqualTo("applied");
            });
    assertThat(traces.entrySet())
        .filteredOn(entry -> !entry.getValue().roles().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().roles())
                    .extracting(DirectoryRole::name)
                    .containsAnyOf("Global Administrator", "Directory Synchronization Accounts"));
  }

  private static List<String> firstOnHold() {
    return people().stream()
        .filter(person -> person.number() < 120 && person.isOnHold())
        .filter(person -> !person.products().isEmpty())
        .map(Person::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void inventoryIsWhatWasPlanted(ScanDatabase database) {
    Inventory inventory = scan(database).inventory();

    Map<String, Site> sites = new LinkedHashMap<>();
    inventory.forEachSite(site -> sites.put(site.id(), site));
    List<String> labels = new ArrayList<>();
    inventory.forEachItem(CollectionName.SENSITIVITY_LABELS, label -> labels.add(label.name()));
    List<DeletedUser> deleted = new ArrayList<>();
    inventory.forEachDeletedUser(deleted::add);
    for (CompanySite site : CompanySite.ALL) {
      assertThat(sites.get(site.id()).name()).isEqualTo(site.name());
      assertThat(sites.get(site.id()).use().usedBytes())
          .isEqualTo(site.megabytes() * (GIBIBYTE >> 10));
    }
    assertThat(sites).hasSize(CompanySite.ALL.size());
    assertThat(labels).containsExactlyInAnyOrder("Confidential", "Public");
    assertThat(deleted).hasSize(3).allMatch(user -> user.seats() == 0);
    assertThat(inventory.secureScore().orElseThrow().services())
        .contains("HasExchange", "HasSharePoint");
  }
}
