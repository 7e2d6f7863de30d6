package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * T-50: a scan in a process of its own is killed with the signal that nobody can catch, again and
 * again at any moment; the next process goes on. In the end everybody is stored once, as he is.
 */
final class KilledProcesses {
  private static final int PAGE = 500;

  private final Sandbox sandbox;
  private final int users;
  private final Random random;
  private final TestDatabase place = TestDatabase.postgresql();
  private final ScanDatabase database = ScanDatabase.at(place.url(), place.user());
  private final SandboxGraph graph;

  KilledProcesses(Sandbox sandbox, int users, long seed) {
    this.sandbox = sandbox;
    this.users = users;
    this.random = new Random(seed);
    this.graph = new SandboxGraph(sandbox);
  }

  /**
   * Kills spread over most of the scan; throws when anything is not as it must be.
   *
   * @return how many processes died before their end
   */
  int endWell(int kills) {
    int died = 0;
    database.newTenant(graph.tenantId());
    long scanId = database.start(graph.tenantId(), Clock.systemUTC().instant()).id();
    sandbox.requests().clear();
    long before = 0;
    for (int kill = 0; kill < kills; kill++) {
      long share = users * 4L / 5 / kills;
      long until = share * kill + random.nextInt((int) share);
      died += killWhenStored(scanId, until) ? 1 : 0;
      long now = items(scanId);
      assertThat(now).isGreaterThanOrEqualTo(before);
      assertThat(database.count("snapshot_user", scanId)).as("rows behind it").isEqualTo(now);
      before = now;
    }
    Process last = begin();
    assertThat(ended(last)).as("exit of the last process").isZero();

    assertThat(FaultRun.stored(database, scanId)).isEqualTo(FaultRun.truth(sandbox));
    assertThat(asked())
        .isBetween((long) users / PAGE, (long) (users + PAGE - 1) / PAGE + 2L * kills);
    return died;
  }

  /** False when it came to its end first. */
  private boolean killWhenStored(long scanId, long until) {
    Process process = begin();
    try {
      while (process.isAlive() && items(scanId) < until) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly();
    }
    return ended(process) != 0;
  }

  private long items(long scanId) {
    return database.call(c -> new CollectionRows(c, scanId).items(CollectionName.USERS).orElse(0L));
  }

  private long asked() {
    return sandbox
        .requests()
        .matching(request -> request.site() == Site.GRAPH && request.path().equals("/v1.0/users"))
        .size();
  }

  private Process begin() {
    SandboxGraph.Coordinates at = SandboxGraph.Coordinates.of(sandbox);
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledProcesses.class.getName(),
                place.url(),
                place.user()));
    command.addAll(
        List.of(
            at.loginUrl(),
            at.graphUrl(),
            at.portalUrl(),
            at.reportHost(),
            at.tenantId(),
            at.applicationId(),
            at.clientSecret(),
            at.caFile().toString()));
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }

  /** The process that is killed: goes on with the open scan. */
  public static void main(String[] words) {
    ScanDatabase database = ScanDatabase.at(words[0], words[1]);
    SandboxGraph graph =
        new SandboxGraph(
            new SandboxGraph.Coordinates(
                words[2],
                words[3],
                words[4],
                words[5],
                words[6],
                words[7],
                words[8],
                Path.of(words[9])));
    ExecutorService ahead = Executors.newCachedThreadPool();
    ScanContext context =
        new ScanContext(
            ScanDatabase.claim(graph.tenantId()),
            database.start(graph.tenantId(), Clock.systemUTC().instant()),
            graph.connect(),
            database,
            ahead,
            Clock.systemUTC(),
            time -> {});
    List<ScanCollection> usersOnly =
        ScanCollections.inOrder().stream()
            .filter(each -> each.name() == CollectionName.USERS)
            .toList();
    RunEnd end = new ScanRun(context, usersOnly).run();
    System.exit(end.equals(new RunEnd.Completed(false)) ? 0 : 1);
  }
}
