package ai.chronom.m365.overview.web;

import ai.chronom.m365.platform.web.Staff;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long a browser takes from the click to the first words, its own work included. */
final class FirstPaint {
  private static final String FIRST_WORDS =
      "() => new Promise(done => { const look = () => {"
          + " const paint = performance.getEntriesByName('first-contentful-paint')[0];"
          + " paint ? done(paint.startTime) : requestAnimationFrame(look); }; look(); })";

  private FirstPaint() {}

  /** By turns, the first round unmeasured. */
  static Map<String, double[]> of(RunningServer server, List<String> pages, int rounds) {
    Map<String, double[]> millis = new HashMap<>();
    pages.forEach(page -> millis.put(page, new double[rounds]));
    try (Chromium chromium = Chromium.start()) {
      Page page = new Staff(server, chromium).admin();
      for (int round = -1; round < rounds; round++) {
        for (String address : pages) {
          page.navigate(server.url(address).toString());
          double took = ((Number) page.evaluate(FIRST_WORDS)).doubleValue();
          if (round >= 0) {
            millis.get(address)[round] = took;
          }
        }
      }
    }
    return millis;
  }
}
