package ai.chronom.m365.scan;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.wire.Site;
import com.sun.management.ThreadMXBean;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What a scan costs beside time: memory, requests, and where the time goes. */
final class ScanCost {
  private final Sandbox sandbox;
  private final SandboxGraph graph;
  private final int users;
  private final ScanDatabase database = ScanDatabase.postgreSql();

  ScanCost(Sandbox sandbox, int users) {
    this.sandbox = sandbox;
    this.graph = new SandboxGraph(sandbox);
    this.users = users;
  }

  /** One thread does all of it, so that shares are shares of the work. */
  JsonObject measure() {
    Claim claim = database.newTenant(graph.tenantId());
    JsonObjectBuilder result = Json.createObjectBuilder();
    run(claim, ScanCollections.inOrder(), Instant.now(), Duration.ZERO);
    result.add("requestsPerScan", sandbox.requests().on(Site.GRAPH).size());
    List<ScanCollection> usersOnly =
        ScanCollections.inOrder().stream()
            .filter(each -> each.name() == CollectionName.USERS)
            .toList();
    Shares shares = null;
    for (int round = 0; round < 3; round++) {
      shares = run(claim, usersOnly, Instant.now(), Duration.ZERO);
    }
    double total = shares.total();
    result
        .add("bytesAllocatedPerUser", shares.bytes() / users)
        .add("cpuMicrosPerUser", shares.cpu() / 1e3 / users)
        .add("shareOfFetch", shares.fetch() / total)
        .add("shareOfParse", (total - shares.fetch() - shares.store()) / total)
        .add("shareOfStore", shares.store() / total)
        .add("fullUsersSeconds", total / 1e9)
        .add("fullUsersRequests", sandbox.requests().on(Site.GRAPH).size());
    for (int number = 0; number < users; number += 100) {
      sandbox.changes().set(number, "department", "Moved");
    }
    Shares delta = run(claim, usersOnly, Instant.now().plusSeconds(60), Duration.ofDays(7));
    return result
        .add("onePercentSeconds", delta.total() / 1e9)
        .add("onePercentRequests", sandbox.requests().on(Site.GRAPH).size())
        .build();
  }

  private record Shares(long total, long fetch, long store, long bytes, long cpu) {}

  private Shares run(
      Claim claim, List<ScanCollection> collections, Instant now, Duration fullEvery) {
    sandbox.requests().clear();
    TimedGraph timed = new TimedGraph(graph.connect());
    long[] store = new long[1];
    FencedWork fence =
        new FencedWork() {
          @Override
          public <T> T write(Claim owner, Sql.Work<T> work) {
            long start = System.nanoTime();
            T result = database.write(owner, work);
            store[0] += System.nanoTime() - start;
            return result;
          }
        };
    ScanRows.Open scan = database.start(graph.tenantId(), now);
    ScanContext context =
        new ScanContext(
            claim,
            scan,
            timed,
            fence,
            Runnable::run,
            Clock.fixed(now, ZoneOffset.UTC),
            time -> {},
            fullEvery);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    RunEnd end = new ScanRun(context, collections).run();
    long total = System.nanoTime() - start;
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    if (!(end instanceof RunEnd.Completed)) {
      throw new IllegalStateException("a complete scan expected, " + end + " given");
    }
    database.complete(scan.id(), ScanState.COMPLETED, now);
    return new Shares(total, timed.nanos(), store[0], bytes, cpu);
  }
}
