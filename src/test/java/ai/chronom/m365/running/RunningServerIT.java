package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a newcomer sees first. */
class RunningServerIT {
  private static final RunningServer SERVER = RunningServer.shared();

  @Test
  void aBrowserOpensTheLoginPage() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.newPage();
      page.navigate(SERVER.url("/").toString());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Chromium.screenshot(page, "login");
      assertThat(URI.create(page.url()).getPath()).isEqualTo("/login.xhtml");
      assertThat(page.locator("input[type=password]").count()).isEqualTo(1);
    }
  }

  @Test
  void isReady() {
    HttpRequest health = HttpRequest.newBuilder(SERVER.url("/health/ready")).build();
    assertThat(SERVER.send(health).statusCode()).isEqualTo(200);
  }

  @Test
  void offersTheSandboxForPasting() {
    assertThat(SERVER.console()).contains(SERVER.url("/").toString());
    assertThat(SERVER.console())
        .contains(SERVER.dataDirectory().resolve("admin-password.txt").toString());
    assertThat(SERVER.console()).doesNotContain(SERVER.adminPassword());
    assertThat(SERVER.sandbox().clientSecret()).hasSizeGreaterThan(30);
    HttpRequest portal = HttpRequest.newBuilder(SERVER.sandbox().portal()).build();
    assertThat(SERVER.send(portal).statusCode()).isEqualTo(200);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void listensOnTheLoopbackOnly() {
    Set<String> all = Sockets.listening(SERVER.processes());
    assertThat(all).contains("0100007F:" + SERVER.url("/").getPort());
    assertThat(Sockets.openToOthers(SERVER.processes())).isEmpty();
    // The pages, and the sandbox's four.
    assertThat(all).hasSize(5);
  }

  @Test
  void keepsTheKeyFileToItsOwner() throws Exception {
    assertThat(Files.getPosixFilePermissions(SERVER.dataDirectory().resolve("vault-keys.json")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }
}
