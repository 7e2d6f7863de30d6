package ai.chronom.m365.graph;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Limits of single services that a few small questions can reach, for one app in one tenant
 * (Microsoft Graph throttling limits, 2025-01). The directory's and Intune's are out of reach.
 *
 * @param family what counts together
 * @param requests at most so many within the window
 */
record Quota(String family, int requests, Duration window) {
  private static final String REPORTS = "/reports/";

  private enum Family {
    EDISCOVERY("/security/cases/ediscoverycases", 5, Duration.ofMinutes(1)),
    LOGS("/auditlogs/", 5, Duration.ofSeconds(10)),
    SECURE_SCORES("/security/securescores", 150, Duration.ofMinutes(1));

    private final String path;
    private final int requests;
    private final Duration window;

    Family(String path, int requests, Duration window) {
      this.path = path;
      this.requests = requests;
      this.window = window;
    }
  }

  /** Empty when no limit of a single service applies. */
  static Optional<Quota> of(String path) {
    String plain = path.split("\\?", 2)[0].toLowerCase(java.util.Locale.ROOT);
    int reports = plain.indexOf(REPORTS);
    if (reports >= 0) {
      // Every report function has a limit of its own.
      String function = plain.substring(reports + REPORTS.length()).split("[(/]", 2)[0];
      return Optional.of(new Quota(REPORTS + function, 14, Duration.ofMinutes(10)));
    }
    return Arrays.stream(Family.values())
        .filter(family -> plain.contains(family.path))
        .findFirst()
        .map(family -> new Quota(family.name(), family.requests, family.window));
  }
}
