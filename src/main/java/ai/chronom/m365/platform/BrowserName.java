package ai.chronom.m365.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser is called, for people who look at their sessions; a guess from its own words. */
final class BrowserName {
  /** The first that occurs counts: later ones pretend to be earlier ones. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Windows", "Windows"),
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));

  private BrowserName() {}

  static String of(@Nullable String userAgent) {
    String agent = userAgent == null ? "" : userAgent;
    return first(BROWSERS, agent, "Another browser") + " on " + first(SYSTEMS, agent, "something");
  }

  private static String first(
      List<Map.Entry<String, String>> known, String agent, String otherwise) {
    return known.stream()
        .filter(entry -> agent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
