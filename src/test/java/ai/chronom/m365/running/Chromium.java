package ai.chronom.m365.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser. One per test class; each page has its own cookies. */
public final class Chromium implements AutoCloseable {
  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final double TIMEOUT_MILLISECONDS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Chromium start() {
    Path executable = executable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(executable)
            // No sandbox: builds run as root in containers. The rest keeps it from calling home.
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A page with cookies of its own, of the usual size of a laptop. */
  public Page newPage() {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            // A full server's certificate is made for the test run; our own client checks it.
            .setIgnoreHTTPSErrors(true);
    Page page = browser.newContext(options).newPage();
    page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
    return page;
  }

  /** The same, for somebody who also walks through the sandbox's own https pages. */
  public Page newTrustingPage() {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(1280, 900)
                    .setIgnoreHTTPSErrors(true))
            .newPage();
    page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
    return page;
  }

  /** Leaves {@code target/screenshots/<name>.png}, the whole page. */
  public static Path screenshot(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    String named = System.getProperty("it.browser");
    List<String> candidates = named == null ? USUAL_PLACES : List.of(named);
    return candidates.stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Chromium is missing: none of "
                        + candidates
                        + " exists. Install it (Debian, Ubuntu: apt-get install chromium)"
                        + " or name it with -Dit.browser=<path>."));
  }
}
