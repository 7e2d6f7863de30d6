package ai.chronom.m365.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one place where the machine's time enters; everything else injects a {@link Clock}. */
@ApplicationScoped
public class MachineClock {
  @Produces
  Clock clock() {
    // Databases keep microseconds: what is read back shall equal what was written.
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
