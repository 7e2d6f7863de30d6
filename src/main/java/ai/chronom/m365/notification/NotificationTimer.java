package ai.chronom.m365.notification;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Looks every ten seconds, on each node, whether something is to be sent: after quiet hours, after
 * a failed try, after a crash. Leases make it happen on one node.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationTimer {
  private static final System.Logger LOG = System.getLogger(NotificationTimer.class.getName());

  @Inject Dispatch dispatch;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void tick() {
    try {
      dispatch.wake();
    } catch (RuntimeException e) {
      // A timer whose body throws twice is cancelled for good by some servers.
      LOG.log(System.Logger.Level.ERROR, "A tick of the notification timer failed", e);
    }
  }
}
