package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.GROUPS;
import static ai.chronom.m365.scan.CollectionName.ORGANIZATION;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIBED_SKUS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIPTIONS;
import static ai.chronom.m365.scan.CollectionName.USERS;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Graph does wrong, and how a scan ends then: one row each, against one sandbox over real
 * HTTP. Only waits are not real.
 */
abstract class FaultTable {
  /** Three pages of users. */
  static final int COMPANY = 1_234;

  static final String PAGES = "/v1.0/users?*";
  static final CollectionName[] BASICS = {
    ORGANIZATION, SUBSCRIBED_SKUS, SUBSCRIPTIONS, USERS, GROUPS
  };

  @TempDir static Path directory;

  static Sandbox sandbox;
  private static ExecutorService ahead;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(COMPANY));
    ahead = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void stop() {
    ahead.shutdownNow();
    sandbox.close();
  }

  @AfterEach
  void heal() {
    sandbox.faults().clear();
  }

  /** One row of the table. */
  record Row(
      String what, Consumer<FaultRun> plants, Consumer<FaultRun> ends, CollectionName... reads) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Row users(String what, Consumer<FaultRun> plants, Consumer<FaultRun> ends) {
    return new Row(what, plants, ends, USERS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void endsAsWritten(Row row) {
    FaultRun run =
        new FaultRun(sandbox, new SandboxGraph(sandbox), ScanDatabase.h2(), ahead, row.reads);
    row.plants.accept(run);
    run.run();
    run.assertNothingWrong();
    row.ends.accept(run);
  }

  static FaultRule second(Fault fault, int times) {
    return FaultRule.on(Site.GRAPH, PAGES, fault).after(1).times(times);
  }
}
