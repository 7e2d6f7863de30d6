package ai.chronom.m365.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often tenants are scanned: {@code chronom.scan.*}. */
@ApplicationScoped
public class ScanConfig {
  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(90);

  @Inject
  @ConfigProperty(name = "chronom.scan.interval", defaultValue = "P1D")
  Duration interval;

  /** Throws one clear sentence when out of range; called at the start. */
  Duration interval() {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          "chronom.scan.interval: "
              + SHORTEST
              + " to "
              + LONGEST
              + " expected, "
              + interval
              + " given");
    }
    return interval;
  }
}
