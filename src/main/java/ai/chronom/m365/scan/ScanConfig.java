package ai.chronom.m365.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often tenants are scanned, and what is read and kept: {@code chronom.scan.*}. */
@ApplicationScoped
public class ScanConfig {
  static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final int PARALLEL_MAX = 32;

  /** One to compare with is needed. */
  private static final int KEPT_MIN = 2;

  private static final int KEPT_MAX = 1_000;
  static final Duration LONGEST = Duration.ofDays(90);

  @Inject
  @ConfigProperty(name = "chronom.scan.interval", defaultValue = "P1D")
  Duration interval;

  @Inject
  @ConfigProperty(name = "chronom.scan.full-interval", defaultValue = "P7D")
  Duration fullInterval;

  /** Between two scans that read everybody, others read who changed. Zero: all read everybody. */
  Duration fullInterval() {
    if (fullInterval.isNegative() || fullInterval.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          "chronom.scan.full-interval: PT0S to "
              + LONGEST
              + " expected, "
              + fullInterval
              + " given");
    }
    return fullInterval;
  }

  @Inject
  @ConfigProperty(name = "chronom.scan.parallel", defaultValue = "4")
  int parallel;

  @Inject
  @ConfigProperty(name = "chronom.scan.snapshots-kept", defaultValue = "10")
  int snapshotsKept;

  @Inject
  @ConfigProperty(name = "chronom.scan.preview", defaultValue = "true")
  boolean preview;

  @Inject
  @ConfigProperty(name = "chronom.scan.phone-calls", defaultValue = "false")
  boolean phoneCalls;

  /** How many snapshots of each tenant stay. Throws one clear sentence when out of range. */
  int snapshotsKept() {
    if (snapshotsKept < KEPT_MIN || snapshotsKept > KEPT_MAX) {
      throw new IllegalStateException(
          "chronom.scan.snapshots-kept: "
              + KEPT_MIN
              + " to "
              + KEPT_MAX
              + " expected, "
              + snapshotsKept
              + " given");
    }
    return snapshotsKept;
  }

  /** Whether requests to Microsoft's beta version are allowed. */
  boolean preview() {
    return preview;
  }

  /** Whether it is read who calls the telephone network, where a tenant has granted it. */
  boolean phoneCalls() {
    return phoneCalls;
  }

  /** How many tenants a node reads at once. Throws one clear sentence when out of range. */
  int parallel() {
    if (parallel < 1 || parallel > PARALLEL_MAX) {
      throw new IllegalStateException(
          "chronom.scan.parallel: 1 to " + PARALLEL_MAX + " expected, " + parallel + " given");
    }
    return parallel;
  }

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
