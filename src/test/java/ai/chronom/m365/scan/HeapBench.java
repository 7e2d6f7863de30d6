package ai.chronom.m365.scan;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A large tenant in a small heap: the scan runs in a process of its own, with 512 MB; the sandbox
 * and the database are elsewhere.
 */
public final class HeapBench {
  private static final String FOUND = "HEAP ";

  private HeapBench() {}

  public static JsonObject run(int users) {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.in(Files.createTempDirectory("heap-bench")).withUsers(users))) {
      TestDatabase database = TestDatabase.postgresql();
      List<String> command =
          new ArrayList<>(
              List.of(
                  System.getProperty("java.home") + "/bin/java",
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  HeapBench.class.getName(),
                  database.url(),
                  database.user(),
                  String.valueOf(users)));
      SandboxGraph.Coordinates at = SandboxGraph.Coordinates.of(sandbox);
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
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output
          .lines()
          .filter(line -> line.startsWith(FOUND))
          .findFirst()
          .map(line -> result(line.substring(FOUND.length()).split(" ")))
          .orElseThrow(() -> new IllegalStateException("the scan did not end: " + output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject result(String[] words) {
    double first = Double.parseDouble(words[2]);
    double highest = Double.parseDouble(words[3]);
    return Json.createObjectBuilder()
        .add("users", Integer.parseInt(words[0]))
        .add("seconds", Double.parseDouble(words[1]))
        .add("liveMibAt10PercentOfUsers", first)
        .add("highestLiveMibAfter", highest)
        .add("liveMibAtTheEnd", Double.parseDouble(words[4]))
        .add("growthMib", highest - first)
        .add("rowsOfTraces", Long.parseLong(words[5]))
        .build();
  }

  /** The process with the small heap. */
  public static void main(String[] words) {
    int users = Integer.parseInt(words[2]);
    ScanDatabase database = ScanDatabase.at(words[0], words[1]);
    SandboxGraph graph =
        new SandboxGraph(
            new SandboxGraph.Coordinates(
                words[3],
                words[4],
                words[5],
                words[6],
                words[7],
                words[8],
                words[9],
                Path.of(words[10])));
    Claim claim = database.newTenant(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), Clock.systemUTC().instant());
    Live live = new Live(users / 500 / 10);
    FencedWork fence =
        new FencedWork() {
          @Override
          public <T> T write(Claim owner, Sql.Work<T> work) {
            live.another();
            return database.write(owner, work);
          }
        };
    ExecutorService ahead = Executors.newCachedThreadPool();
    ScanRun run =
        new ScanRun(
            new ScanContext(
                claim, scan, graph.connect(), fence, ahead, Clock.systemUTC(), time -> {}),
            ScanCollections.inOrder());
    long start = System.nanoTime();
    RunEnd end = run.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    live.look();
    long stored = database.count("snapshot_user", scan.id());
    if (stored != users) {
      throw new IllegalStateException(end + " with " + stored + " users");
    }
    long traces =
        UserTables.ALL.stream().mapToLong(each -> database.count(each.name(), scan.id())).sum();
    System.out.println(
        FOUND
            + String.join(
                " ",
                List.of(
                    String.valueOf(users),
                    String.valueOf(seconds),
                    String.valueOf(live.first),
                    String.valueOf(live.highest),
                    String.valueOf(live.last),
                    String.valueOf(traces))));
    // Whatever the run holds is held up to here.
    java.lang.ref.Reference.reachabilityFence(run);
    ahead.shutdownNow();
  }

  /** The heap in use after a collection, looked at every so many writes. */
  private static final class Live {
    private final int every;
    private int writes;
    double first;
    double highest;
    double last;

    Live(int every) {
      this.every = every;
    }

    void another() {
      if (++writes % every == 0) {
        look();
      }
    }

    void look() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      last = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
      first = first == 0 ? last : first;
      highest = Math.max(highest, last);
    }
  }
}
