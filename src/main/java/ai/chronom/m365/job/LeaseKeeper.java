package ai.chronom.m365.job;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renews the leases of work in progress, so that work may take longer than a lease: waiting for a
 * throttled service, for example. A node that stops gives its leases away; those of one that dies
 * end by themselves (ADR 074).
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeaseKeeper {
  private static final System.Logger LOG = System.getLogger(LeaseKeeper.class.getName());
  private static final long BETWEEN_COUNTS_NANOS = 10_000_000_000L;

  @Inject Jobs jobs;

  @Inject Node node;
  @Inject Event<NodeStopping> stopping;
  @Inject JobGauges gauges;

  private final Set<Claim> kept = ConcurrentHashMap.newKeySet();
  private long lastRoundNanos = System.nanoTime();
  private long lastCountNanos = System.nanoTime();

  /** From now on, until {@link #letGo}. */
  public void keep(Claim claim) {
    kept.add(claim);
  }

  public void letGo(Claim claim) {
    kept.remove(claim);
  }

  /** Ticks every second, and renews when a third of a lease has passed. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    long now = System.nanoTime();
    if (now - lastRoundNanos >= node.leaseDuration().dividedBy(3).toNanos()) {
      lastRoundNanos = now;
      kept.forEach(this::renew);
    }
    if (now - lastCountNanos >= BETWEEN_COUNTS_NANOS) {
      lastCountNanos = now;
      count();
    }
  }

  /**
   * Ends this node's work, once. Here and not in the jobs' own bean: when that is destroyed, there
   * are no transactions any more.
   */
  @PreDestroy
  public void handOver() {
    if (!node.endWork()) {
      return;
    }
    try {
      int jobs = this.jobs.handOver();
      stopping.fire(new NodeStopping());
      LOG.log(System.Logger.Level.INFO, "This node stops and hands over its jobs: {0}", jobs);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Jobs are not handed over; their leases will end", e);
    }
  }

  private void count() {
    try {
      gauges.refresh();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "The backlog could not be counted", e);
    }
  }

  private void renew(Claim claim) {
    try {
      jobs.renewNow(claim);
    } catch (LeaseLost e) {
      kept.remove(claim);
    } catch (RuntimeException e) {
      // The database may be away for a moment; the next tick tries again.
      LOG.log(System.Logger.Level.WARNING, "A lease could not be renewed", e);
    }
  }
}
