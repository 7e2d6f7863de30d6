package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server answers, and a browser can open it. */
class RunningServerIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static Chromium chromium;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  void aBrowserOpensTheFirstPage() {
    Page page = chromium.newPage();
    Response response = page.navigate(SERVER.url("/").toString());
    Chromium.screenshot(page, "first-page");
    assertThat(response.status()).isLessThan(500);
  }
}
