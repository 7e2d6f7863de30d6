package ai.chronom.m365.vault;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks once a minute, on each node, for secrets that end soon and for generated keys that nobody
 * used; rows in the database make each warning happen once.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiryTimer {
  private static final Logger LOG = Logger.getLogger(ExpiryTimer.class.getName());

  @Inject ExpiryWatch watch;
  @Inject ExpiryGauges gauges;
  @Inject PendingCertificates pending;
  @Inject Clock clock;

  /** A timer that fails is cancelled for good by some servers, so nothing gets out. */
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  public void tick() {
    LocalDate today = LocalDate.now(clock);
    attempt(() -> warn(today), "Expiring secrets could not be told of");
    attempt(() -> gauges.refresh(today), "The meters of expiring secrets could not be read");
    attempt(pending::discardAbandoned, "Abandoned certificates could not be discarded");
  }

  /** One that fails does not keep the others back. */
  private void warn(LocalDate today) {
    for (ExpiryWatch.Dated secret : watch.untold(today)) {
      attempt(
          () -> watch.tell(secret, today),
          "The expiring secret of tenant " + secret.tenantId() + " could not be told of");
    }
  }

  private static void attempt(Runnable work, String failure) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, failure + "; tried again in a minute", e);
    }
  }
}
