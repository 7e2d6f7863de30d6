package ai.chronom.m365.verification;

import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Brings due times back that no rhythm could have set: after the clock was put back, or the
 * interval was shortened, tenants would wait for hours or days. They are spread over the interval,
 * so that they do not all come at once.
 */
@ApplicationScoped
public class DueTimes {
  @Inject Jobs jobs;
  @Inject VerificationConfig config;
  @Inject Clock clock;

  void bringBack() {
    Instant now = clock.instant();
    long millis = config.interval().toMillis();
    int moved =
        jobs.bringBack(
            JobKind.VERIFY,
            Rhythm.latest(now, config.interval()),
            () -> now.plusMillis(ThreadLocalRandom.current().nextLong(millis + 1)));
    if (moved > 0) {
      System.getLogger(DueTimes.class.getName())
          .log(System.Logger.Level.INFO, moved + " verifications were due too late; brought back");
    }
  }
}
