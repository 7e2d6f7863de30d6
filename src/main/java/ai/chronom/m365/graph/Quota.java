package ai.chronom.m365.graph;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The limit that a request counts against, for one app in one tenant (Microsoft Graph throttling
 * limits, 2025-01). The directory counts resource units, the others count requests.
 *
 * @param family what counts together
 * @param units at most so many within the window
 */
public record Quota(String family, int units, Duration window) {
  private static final String REPORTS = "/reports/";
  private static final int SMALL_PAGE = 20;

  private enum Family {
    EDISCOVERY("/security/cases/ediscoverycases", 5, Duration.ofMinutes(1)),
    LOGS("/auditlogs/", 5, Duration.ofSeconds(10)),
    SECURITY("/security/", 150, Duration.ofMinutes(1)),
    INTUNE_DEVICES("/devicemanagement/manageddevices", 2_000, Duration.ofSeconds(20)),
    INTUNE("/devicemanagement/", 1_000, Duration.ofSeconds(20)),
    INTUNE_APPS("/deviceappmanagement/", 1_000, Duration.ofSeconds(20)),
    // SharePoint tells no fixed limit and always says how long to wait: only a leash for ourselves.
    SHAREPOINT("/sites", 600, Duration.ofMinutes(1)),
    // The smallest of three classes: tenants of less than 50 users.
    DIRECTORY("/", 3_500, Duration.ofSeconds(10));

    private final String path;
    private final int units;
    private final Duration window;

    Family(String path, int units, Duration window) {
      this.path = path;
      this.units = units;
      this.window = window;
    }
  }

  /**
   * @param pathOrLink a path of ours or a next link, query included
   */
  public static Quota of(String pathOrLink) {
    String plain = pathOrLink.split("\\?", 2)[0].toLowerCase(Locale.ROOT);
    int reports = plain.indexOf(REPORTS);
    if (reports >= 0) {
      // Every report function has a limit of its own.
      String function = plain.substring(reports + REPORTS.length()).split("[(/]", 2)[0];
      return new Quota(REPORTS + function, 14, Duration.ofMinutes(10));
    }
    return Arrays.stream(Family.values())
        .filter(family -> plain.contains(family.path))
        .findFirst()
        .map(family -> new Quota(family.name(), family.units, family.window))
        .orElseThrow();
  }

  /** What that request takes of it. */
  int cost(String pathOrLink) {
    return family.equals(Family.DIRECTORY.name()) ? directoryUnits(pathOrLink) : 1;
  }

  private static int directoryUnits(String pathOrLink) {
    String[] parts = pathOrLink.toLowerCase(Locale.ROOT).replace("%24", "$").split("\\?", 2);
    String query = parts.length == 2 ? parts[1] : "";
    int units = baseUnits(parts[0]);
    units -= query.contains("$select=") ? 1 : 0;
    units += query.contains("$expand=") ? 1 : 0;
    units -= hasSmallPage(query) ? 1 : 0;
    return Math.max(1, units);
  }

  private static int baseUnits(String path) {
    if (path.endsWith("/transitivemembers")) {
      return 5;
    }
    if (path.endsWith("/members") || path.contains("/subscribedskus")) {
      return 3;
    }
    boolean isTwo =
        path.contains("/users")
            || path.contains("/applications")
            || path.contains("/approleassignments")
            || path.contains("/oauth2permissiongrants");
    return isTwo ? 2 : 1;
  }

  private static boolean hasSmallPage(String query) {
    return Arrays.stream(query.split("&"))
        .filter(option -> option.matches("\\$top=\\d{1,4}"))
        .anyMatch(option -> Integer.parseInt(option.substring("$top=".length())) < SMALL_PAGE);
  }
}
