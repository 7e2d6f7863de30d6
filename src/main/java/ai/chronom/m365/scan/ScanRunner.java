package ai.chronom.m365.scan;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.graph.Graph;
import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.job.NodeStopping;
import ai.chronom.m365.problem.Correlation;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.SecretPurpose;
import io.micrometer.core.instrument.Metrics;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Works on this node's share of the scans, a few tenants at a time, one thread each. */
@ApplicationScoped
public class ScanRunner {
  private static final Logger LOG = Logger.getLogger(ScanRunner.class.getName());

  /** Pauses of one scan in a row, hours in all: then it counts as failed. */
  private static final int PAUSES_MAX = 12;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject Graph graph;
  @Inject ScanLife life;
  @Inject ScanConfig config;
  @Inject FencedTransactions fence;
  @Inject SnapshotRetention retention;
  @Inject Clock clock;

  private final Map<Long, Work> working = new ConcurrentHashMap<>();

  /** One claimed job on this node. */
  private static final class Work {
    final Claim claim;
    volatile long scanId;
    volatile @Nullable ScanRun run;

    Work(Claim claim) {
      this.claim = claim;
    }
  }

  /** Looks after the running scans and takes on due ones. */
  void tick() {
    working.values().forEach(this::lookAfter);
    while (working.size() < config.parallel()) {
      Optional<Claim> claim = jobs.claim(JobKind.SCAN);
      if (claim.isEmpty()) {
        return;
      }
      takeOn(claim.get());
    }
  }

  /** Others go on with these scans: not another request to Microsoft from here. */
  void stop(@Observes NodeStopping event) {
    working.values().forEach(work -> Optional.ofNullable(work.run).ifPresent(ScanRun::stop));
  }

  /** A scan that waits for Graph does not store, and only storing would prolong its lease. */
  private void lookAfter(Work work) {
    if (work.scanId == 0) {
      return;
    }
    Optional<ScanRun> run = Optional.ofNullable(work.run);
    Optional<ScanRun.Wait> wait = run.flatMap(going -> going.currentWait(clock.instant()));
    try {
      if (!life.wanted(work.claim, work.scanId, wait.orElse(null))) {
        run.ifPresent(ScanRun::stop);
      }
    } catch (LeaseLost lost) {
      run.ifPresent(ScanRun::stop);
    }
  }

  private void takeOn(Claim claim) {
    Work work = new Work(claim);
    working.put(claim.jobId(), work);
    try {
      executor.execute(() -> workOn(work));
    } catch (RejectedExecutionException e) {
      working.remove(claim.jobId());
      life.release(claim);
    }
  }

  private void workOn(Work work) {
    try {
      Optional<ScanRows.Open> scan = life.begin(work.claim);
      if (scan.isPresent()) {
        work.scanId = scan.get().id();
        Correlation.enter("scan-" + work.scanId);
        scan(work, scan.get());
      }
    } catch (LeaseLost lost) {
      LOG.log(Level.INFO, "{0}", lost.getMessage());
    } catch (ScanCancelled cancelled) {
      stopped(work);
    } catch (RuntimeException e) {
      incident(work, e);
    } finally {
      working.remove(work.claim.jobId());
      Correlation.enter(null);
      // A stopped wait leaves its mark on the thread, which others will use.
      Thread.interrupted();
    }
  }

  private void scan(Work work, ScanRows.Open scan) {
    RunEnd end = run(work, scan);
    if (end instanceof RunEnd.Completed done) {
      life.complete(work.claim, scan.id(), done.gaps());
      counted(done.gaps() ? "completed-with-gaps" : "completed");
      retention.trim(scan.tenantId());
    } else if (end instanceof RunEnd.Paused paused) {
      pause(work, scan, paused);
    } else if (end instanceof RunEnd.Failed failed) {
      life.fail(work.claim, scan.id(), failed.reason());
      counted("failed");
    }
  }

  private static void counted(String outcome) {
    Metrics.counter("chronom.scans", "outcome", outcome).increment();
  }

  private RunEnd run(Work work, ScanRows.Open scan) {
    Optional<Tenant> tenant = tenants.find(scan.tenantId());
    if (tenant.isEmpty()) {
      throw new LeaseLost(work.claim);
    }
    GraphConnection connection;
    try {
      connection = graph.connect(tenant.get(), SecretPurpose.SCAN, Actor.SYSTEM);
    } catch (GraphRefused refused) {
      return notConnected(refused);
    } catch (Problem problem) {
      return new RunEnd.Failed(problem.detail());
    }
    ScanContext context =
        new ScanContext(
            work.claim,
            scan,
            connection,
            fence,
            executor,
            clock,
            ScanRunner::letPass,
            config.fullInterval());
    ScanRun run = new ScanRun(context, collections());
    work.run = run;
    return run.run();
  }

  private List<ScanCollection> collections() {
    return ScanCollections.wanted(config.preview(), config.phoneCalls());
  }

  private static RunEnd notConnected(GraphRefused refused) {
    return Refusals.passes(refused)
        ? new RunEnd.Paused(
            "Entra could not be reached." + Refusals.said(refused),
            refused.retryAfter().orElse(null))
        : new RunEnd.Failed("Entra refused to sign us in." + Refusals.said(refused));
  }

  private void pause(Work work, ScanRows.Open scan, RunEnd.Paused paused) {
    if (work.claim.failures() + 1 < PAUSES_MAX) {
      life.pause(work.claim, scan.id(), paused);
      counted("paused");
    } else {
      life.fail(work.claim, scan.id(), "Given up after many tries. " + paused.reason());
      counted("failed");
    }
  }

  private void stopped(Work work) {
    try {
      life.stopped(work.claim, work.scanId);
    } catch (LeaseLost lost) {
      LOG.log(Level.INFO, "{0}", lost.getMessage());
    }
  }

  /** Whatever it was, another try on fresh ground may work; the log knows more. */
  private void incident(Work work, RuntimeException cause) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, cause, () -> "Incident " + incident + " in a scan");
    String reason = "Something went wrong on our side (incident " + incident + ").";
    try {
      if (work.scanId == 0) {
        life.release(work.claim);
      } else if (work.claim.failures() + 1 < ScanRun.FAILURES_MAX) {
        life.pause(work.claim, work.scanId, new RunEnd.Paused(reason, null));
      } else {
        life.fail(work.claim, work.scanId, reason);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Incident " + incident + " could not be noted");
    }
  }

  private static void letPass(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScanCancelled();
    }
  }
}
