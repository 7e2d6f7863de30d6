package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * One scan over the wire while things go wrong: goes on after each pause, as the server would, and
 * holds the rows against what the sandbox really has.
 */
final class FaultRun {
  private static final int RUNS_MAX = 12;

  private final Sandbox sandbox;
  private final ScanDatabase database;
  private final Executor ahead;
  private final SandboxGraph graph;
  private final Claim claim;
  private final long scanId;
  private final List<RunEnd> ends = new ArrayList<>();
  private final List<CollectionName> only;

  /**
   * @param only these collections are read; all when none is named
   */
  FaultRun(
      Sandbox sandbox,
      SandboxGraph graph,
      ScanDatabase database,
      Executor ahead,
      CollectionName... only) {
    this.sandbox = sandbox;
    this.database = database;
    this.ahead = ahead;
    this.graph = graph;
    this.only = Arrays.asList(only);
    claim = database.newTenant(graph.tenantId());
    scanId = database.start(graph.tenantId(), Clock.systemUTC().instant()).id();
    sandbox.requests().clear();
  }

  FaultRun plant(String path, Fault fault) {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, path, fault));
    return this;
  }

  FaultRun plant(FaultRule rule) {
    sandbox.faults().plant(rule);
    return this;
  }

  /** To its end; after each pause with a new connection, as the next node would. */
  FaultRun run() {
    do {
      ends.add(runOnce());
    } while (ends.get(ends.size() - 1) instanceof RunEnd.Paused && ends.size() < RUNS_MAX);
    return this;
  }

  RunEnd runOnce() {
    GraphConnection connection = graph.connect();
    ScanRows.Open scan = database.start(graph.tenantId(), Clock.systemUTC().instant());
    return new ScanRun(
            new ScanContext(
                claim, scan, connection, database, ahead, Clock.systemUTC(), time -> {}),
            ScanCollections.inOrder().stream()
                .filter(each -> only.isEmpty() || only.contains(each.name()))
                .toList())
        .run();
  }

  List<RunEnd> ends() {
    return ends;
  }

  RunEnd end() {
    return ends.get(ends.size() - 1);
  }

  List<Duration> waits() {
    return graph.waits();
  }

  CollectionView users() {
    return collection(CollectionName.USERS);
  }

  CollectionView collection(CollectionName name) {
    return database
        .call(c -> new ScanViews(c).find(graph.tenantId(), scanId))
        .orElseThrow()
        .collections()
        .stream()
        .filter(view -> view.name() == name)
        .findFirst()
        .orElseThrow();
  }

  /** Requests to Graph whose path and query contain that text. */
  long asked(String text) {
    return sandbox
        .requests()
        .matching(
            request ->
                request.site() == Site.GRAPH
                    && (request.path() + "?" + request.query()).contains(text))
        .size();
  }

  long signIns() {
    return sandbox.requests().on(Site.LOGIN).size();
  }

  /** Everything ended well and every user is there, once, as the sandbox made him. */
  void assertWhole() {
    assertThat(end()).isEqualTo(new RunEnd.Completed(false));
    assertThat(users().state()).isEqualTo(CollectionState.COMPLETE);
    assertThat(stored()).isEqualTo(truth(sandbox));
  }

  /** What is stored is true, though not all of it may be there. */
  void assertNothingWrong() {
    assertThat(truth(sandbox).entrySet()).containsAll(stored().entrySet());
  }

  Map<String, String> stored() {
    return stored(database, scanId);
  }

  static Map<String, String> stored(ScanDatabase database, long scanId) {
    return database.call(connection -> stored(connection, scanId));
  }

  static Map<String, String> stored(Connection connection, long scanId) throws SQLException {
    Map<String, List<String>> paths = new TreeMap<>();
    Sql.list(
        connection,
        "select u.user_id, s.sku_id, s.group_id, s.state from snapshot_user u"
            + " join snapshot_license_set s on s.scan_id = u.scan_id"
            + " and s.set_no = u.license_set where u.scan_id = ?",
        values -> values.number(scanId),
        row ->
            paths
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(
                    way(
                        row.getString(2),
                        !row.getString(3).isEmpty(),
                        row.getString(4).equals("Active"))));
    Map<String, String> users = new TreeMap<>();
    Sql.list(
        connection,
        "select user_id, user_principal_name, department, account_enabled"
            + " from snapshot_user where scan_id = ?",
        values -> values.number(scanId),
        row -> {
          String id = row.getString(1);
          String line = line(row.getString(2), row.getString(3), row.getBoolean(4));
          String before = users.put(id, line + ways(paths.getOrDefault(id, List.of())));
          assertThat(before).as("double row of " + id).isNull();
          return id;
        });
    return users;
  }

  /** By the generator itself, not by what it answered. */
  static Map<String, String> truth(Sandbox sandbox) {
    Map<String, String> users = new TreeMap<>();
    for (Situation situation : Situation.values()) {
      for (Person person : sandbox.truth().peopleIn(situation)) {
        List<String> ways =
            person.assignments().stream()
                .map(
                    assignment ->
                        way(
                            assignment.product().skuId(),
                            assignment.byGroup().isPresent(),
                            assignment.isActive()))
                .toList();
        users.put(
            person.id(),
            line(person.userPrincipalName(), person.department().orElse(null), person.isEnabled())
                + ways(ways));
      }
    }
    return users;
  }

  private static String line(String name, String department, boolean enabled) {
    return name + " | " + department + " | " + enabled;
  }

  private static String way(String sku, boolean byGroup, boolean active) {
    return sku + (byGroup ? " by group" : " directly") + (active ? "" : " in error");
  }

  private static String ways(List<String> ways) {
    return ways.stream().sorted().collect(Collectors.joining("; ", " | ", ""));
  }
}
