package ai.chronom.m365.verification;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Looks every five seconds, on each node, whether a verification is due; the lease rows make it
 * happen once. Not persistent: what is due stands in the database.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationTimer {
  private static final System.Logger LOG = System.getLogger(VerificationTimer.class.getName());

  @Inject VerificationRunner runner;
  @Inject DueTimes dueTimes;
  @Inject VerificationWatch watch;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    try {
      dueTimes.bringBack();
      runner.wake();
      watch.ticked();
    } catch (RuntimeException e) {
      // A timer whose body throws twice is cancelled for good by some servers.
      LOG.log(System.Logger.Level.ERROR, "A tick of the verification timer failed", e);
    }
  }
}
