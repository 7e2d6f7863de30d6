package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.graph.SdkUsers;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Users per second of a whole scan, beside the same pages only downloaded, downloaded and parsed,
 * and read by the SDK: in one run, by turns, against the same sandbox in this JVM, which needs its
 * share of the machine in each of them.
 */
public final class ScanBench {
  private static final int ROUNDS = 3;

  /** The SDK's typed models fail on the empty text by which Entra says "never signed in". */
  private static final String SDK_PATH =
      UsersCollection.PATH_WITH_SIGN_INS.replace(",signInActivity", "");

  private final Sandbox sandbox;
  private final SandboxGraph graph;
  private final int users;
  private final ExecutorService ahead = Executors.newCachedThreadPool();

  private ScanBench(Sandbox sandbox, int users) {
    this.sandbox = sandbox;
    this.graph = new SandboxGraph(sandbox);
    this.users = users;
  }

  /** One way to read all users. */
  private record Way(String name, Runnable prepares, LongSupplier reads) {
    Way(String name, LongSupplier reads) {
      this(name, () -> {}, reads);
    }
  }

  public static JsonObject run(int users) {
    Path directory = newDirectory();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(users))) {
      ScanBench bench = new ScanBench(sandbox, users);
      try {
        return Json.createObjectBuilder(bench.compare())
            .add("cost", new ScanCost(sandbox, users).measure())
            .build();
      } finally {
        bench.ahead.shutdownNow();
      }
    }
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory("scan-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObject compare() {
    List<Way> ways =
        List.of(
            new Way("plain download", this::download),
            new Way("download and parse", this::parse),
            into("users and their names into H2", ScanDatabase.h2(), usersOnly()),
            into("users into PostgreSQL", ScanDatabase.postgreSql(), List.of(new Unnamed())),
            into("users and their names into PostgreSQL", ScanDatabase.postgreSql(), usersOnly()),
            into(
                "whole scan into PostgreSQL", ScanDatabase.postgreSql(), ScanCollections.inOrder()),
            new Way(
                "Graph SDK PageIterator, no sign-ins", () -> SdkUsers.count(sandbox, SDK_PATH)));
    double[][] rates = new double[ways.size()][ROUNDS];
    double[] work = new double[ways.size()];
    for (int round = -1; round < ROUNDS; round++) {
      for (int way = 0; way < ways.size(); way++) {
        long before = cpu();
        double rate = rate(ways.get(way));
        work[way] = (cpu() - before) / 1e3 / users;
        if (round >= 0) {
          rates[way][round] = rate;
        }
      }
    }
    return report(ways, rates, work);
  }

  private Way into(String name, ScanDatabase database, List<ScanCollection> collections) {
    return new Way(
        name,
        () -> {
          database.empty();
          database.newTenant(graph.tenantId());
        },
        () -> scan(database, collections));
  }

  /** The users while they stream: their names are put in order when they are all there. */
  private static final class Unnamed implements ScanCollection {
    private final ScanCollection users = usersOnly().get(0);

    @Override
    public Declaration about() {
      return users.about();
    }

    @Override
    public CollectionOutcome collect(CollectionReading reading) {
      return users.collect(reading);
    }
  }

  private static List<ScanCollection> usersOnly() {
    return ScanCollections.inOrder().stream()
        .filter(each -> each.name() == CollectionName.USERS)
        .toList();
  }

  private double rate(Way way) {
    way.prepares().run();
    long start = System.nanoTime();
    long read = way.reads().getAsLong();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (read != users) {
      throw new IllegalStateException(way.name() + " read " + read + " of " + users + " users");
    }
    return read / seconds;
  }

  /** Of this thread, which does all the work but the sandbox's and the databases'. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private JsonObject report(List<Way> ways, double[][] rates, double[] work) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    List<Double> medians = new ArrayList<>();
    for (int way = 0; way < ways.size(); way++) {
      Arrays.sort(rates[way]);
      double median = rates[way][ROUNDS / 2];
      medians.add(median);
      rows.add(
          Json.createObjectBuilder()
              .add("name", ways.get(way).name())
              .add("usersPerSecond", Math.round(median))
              .add("slowest", Math.round(rates[way][0]))
              .add("fastest", Math.round(rates[way][ROUNDS - 1])));
    }
    return Json.createObjectBuilder()
        .add("users", users)
        .add("rows", rows)
        .add("h2ShareOfParse", medians.get(2) / medians.get(1))
        .add("postgreSqlShareOfParse", medians.get(3) / medians.get(1))
        .add("h2TimesSdk", medians.get(2) / medians.get(6))
        .add("postgreSqlNamedShareOfParse", medians.get(4) / medians.get(1))
        .add("postgreSqlTimesSdk", medians.get(3) / medians.get(6))
        .add("postgreSqlNamedTimesSdk", medians.get(4) / medians.get(6))
        .add("wholeScanShareOfParse", medians.get(5) / medians.get(1))
        .add("parseTimesSdk", medians.get(1) / medians.get(6))
        .add("downloadTimesSdk", medians.get(0) / medians.get(6))
        .add("cpuMicrosOfDownload", work[0])
        .add("cpuMicrosOfParse", work[1])
        .add("cpuMicrosOfSdk", work[6])
        .add("sdkTimesCpuOfParse", work[6] / work[1])
        .build();
  }

  private long download() {
    GraphConnection connection = graph.connect();
    byte[] buffer = new byte[64 * 1024];
    String link = UsersCollection.PATH_WITH_SIGN_INS;
    long read = 0;
    while (link != null) {
      NextLinkFinder finder = new NextLinkFinder();
      try (InputStream body = connection.page(link)) {
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
          finder.see(buffer, got);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      link = finder.link();
      read += link == null ? (users - 1) % 500 + 1 : 500;
    }
    return read;
  }

  private long parse() {
    GraphConnection connection = graph.connect();
    String link = UsersCollection.PATH_WITH_SIGN_INS;
    long read = 0;
    while (link != null) {
      GraphPage<ScannedUser> page =
          GraphPages.read(connection.page(link), json -> new UserReader(json, true));
      read += page.items().size();
      link = page.nextLink();
    }
    return read;
  }

  private long scan(ScanDatabase database, List<ScanCollection> collections) {
    Claim claim = ScanDatabase.claim(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), Clock.systemUTC().instant());
    RunEnd end =
        new ScanRun(
                new ScanContext(
                    claim, scan, graph.connect(), database, ahead, Clock.systemUTC(), time -> {}),
                collections)
            .run();
    if (!(end instanceof RunEnd.Completed)) {
      throw new IllegalStateException("a complete scan expected, " + end + " given");
    }
    return database.count("snapshot_user", scan.id());
  }
}
