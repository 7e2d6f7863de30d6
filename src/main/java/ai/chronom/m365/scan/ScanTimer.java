package ai.chronom.m365.scan;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ticks on every node; who does what is decided by the jobs' rows in the database. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScanTimer {
  private static final Logger LOG = Logger.getLogger(ScanTimer.class.getName());

  @Inject ScanRunner runner;
  @Inject RetiredSweep retired;
  @Inject SnapshotRetention retention;
  @Inject ScanConfig config;

  @PostConstruct
  void checkConfiguration() {
    config.interval();
    config.parallel();
    config.fullInterval();
  }

  /** A timer that fails is cancelled for good by some servers, so nothing gets out. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void tick() {
    attempt(runner::tick, "Scans could not be looked after; tried again in 5 seconds");
    attempt(retired::sweep, "Replaced secrets could not be let go; tried again in 5 seconds");
    attempt(retention::sweep, "Scans of removed tenants could not be deleted; tried again");
  }

  private static void attempt(Runnable work, String failure) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, failure, e);
    }
  }
}
