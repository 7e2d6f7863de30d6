package ai.chronom.m365.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where the machine's time enters; everything else injects a {@link Clock}. */
@ApplicationScoped
public class MachineClock {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
