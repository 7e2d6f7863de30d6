package ai.chronom.m365.findings;

import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.license.PricesChanged;
import ai.chronom.m365.scan.ScanCompleted;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it that new snapshots and new prices are evaluated, one tenant after the other per node.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EvaluationTimer {
  private static final Logger LOG = Logger.getLogger(EvaluationTimer.class.getName());

  private final AtomicBoolean working = new AtomicBoolean();

  @Resource ManagedExecutorService executor;

  @Inject EvaluationRunner runner;
  @Inject EvaluationDesk desk;
  @Inject Jobs jobs;
  @Inject SavingsGauges savings;
  @Inject Clock clock;

  /** In the transaction that completes the scan: either both are kept or none. */
  public void onScan(@Observes ScanCompleted completed) {
    jobs.schedule(JobKind.EVALUATE, completed.tenantId(), clock.instant());
  }

  /** In the transaction that changed them. */
  public void onPrices(@Observes PricesChanged changed) {
    desk.requestAll();
  }

  /** Nobody likes to wait for the timer. */
  public void afterScan(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ScanCompleted completed) {
    nudge();
  }

  /** The same for prices. */
  public void afterPrices(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PricesChanged changed) {
    nudge();
  }

  /** What nobody announced: retries, another node's work, yesterday's evaluation. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void tick() {
    nudge();
    try {
      savings.refresh();
    } catch (RuntimeException failure) {
      LOG.log(Level.FINE, "The savings could not be summed up", failure);
    }
  }

  private void nudge() {
    if (working.compareAndSet(false, true)) {
      try {
        executor.execute(this::work);
      } catch (RejectedExecutionException stopping) {
        working.set(false);
        LOG.log(Level.FINE, "No evaluation while the server stops", stopping);
      }
    }
  }

  private void work() {
    try {
      boolean more = true;
      while (more) {
        more = runner.runNext();
        if (more) {
          savings.expire();
        }
      }
    } catch (RuntimeException failure) {
      // A timer that fails twice is cancelled for good.
      LOG.log(Level.WARNING, "Evaluations could not be claimed", failure);
    } finally {
      working.set(false);
    }
  }
}
