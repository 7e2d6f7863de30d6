package ai.chronom.m365.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.Ports;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Consent is taken away and given back, in a real browser with a real mail server; each test goes
 * on where the one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftStoryIT {
  private static final double PATIENCE_MILLISECONDS = 120_000;
  private static final String LOST = "Reports.Read.All is no longer granted";
  private static final String GRANTED = "Reports.Read.All is granted now";

  private static GreenMail mailServer;
  private static HookReceiver hook;
  private static RunningServer server;
  private static SandboxTenant sandbox;
  private static Chromium chromium;
  private static Page page;
  private static Page portal;
  private static String answered;

  @BeforeAll
  static void start() {
    mailServer =
        new GreenMail(new ServerSetup(Ports.free(1), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailServer.start();
    hook = new HookReceiver();
    String port = String.valueOf(Ports.free(1));
    String home = "http://localhost:" + port;
    server =
        RunningServer.start(
            Map.of(
                "chronom.http.port",
                port,
                "chronom.public-url",
                home,
                "chronom.app-registration.redirect-uri",
                home + "/consent",
                "chronom.notifications.mail-to",
                "admins@example.com",
                "chronom.notifications.mail-from",
                "chronom@example.com",
                "chronom.notifications.smtp-host",
                "127.0.0.1",
                "chronom.notifications.smtp-port",
                String.valueOf(mailServer.getSmtp().getPort()),
                "chronom.notifications.webhook-url",
                hook.url()));
    sandbox = server.sandbox();
    chromium = Chromium.start();
    page = chromium.newTrustingPage();
    portal = chromium.newPage();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
    hook.close();
    mailServer.stop();
  }

  @Test
  @Order(1)
  void connectedTenantHasATimelineAndNobodyIsTold() {
    portal.navigate(sandbox.portal().toString());
    portal.fill("#redirect-uri", server.url("/consent").toString());
    portal.click("#add-redirect");
    String body =
        """
        {"name":"Contoso","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(sandbox.tenantId(), sandbox.applicationId(), sandbox.clientSecret());
    assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
    page.navigate(server.url("/login.xhtml").toString());
    page.fill("#name", "admin");
    page.fill("#password", server.adminPassword());
    page.click("#sign-in");
    page.waitForURL(server.url("/").toString());
    page.navigate(tenant(""));
    assertThat(page.getByText("14 of 14 granted")).isVisible(patiently());
    page.reload();
    assertThat(timeline()).containsText("The tenant was connected.");
    assertThat(timeline())
        .containsText("Verified for the first time: 14 of 14 permissions granted.");
    assertThat(mails()).isEmpty();
    assertThat(posts()).isEmpty();
    await(() -> hook.bodies().size() == 1 && mailServer.getReceivedMessages().length == 1);
  }

  @Test
  @Order(2)
  void channelsAreTestedFromThePage() {
    page.navigate(server.url("/settings/notifications").toString());
    page.click("#test-mail");
    assertThat(page.getByText("The mail server took the test mail.")).isVisible();
    page.click("#test-webhook");
    assertThat(page.getByText("The webhook took the test message.")).isVisible();
    assertThat(mails()).containsExactly("Chronom: this is a test");
    assertThat(posts()).hasSize(1);
    hook.answer(410);
    page.click("#test-webhook");
    assertThat(page.getByText("The webhook answered with status 410.").first()).isVisible();
    hook.answer(202);
    Chromium.screenshot(page, "drift-notifications");
    page.locator("#log").getByText("Send again").first().click();
    await(() -> posts().size() == 2);
    assertThat(page.content()).doesNotContain("very-secret-signature");
  }

  @Test
  @Order(3)
  void lostConsentIsInTheTimelineAndToldOnce() throws Exception {
    portal.navigate(sandbox.portal().toString());
    portal
        .locator("tr", new Page.LocatorOptions().setHasText("Reports.Read.All"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
        .click();
    verify();
    assertThat(page.getByText("13 of 14 granted")).isVisible(patiently());
    page.navigate(tenant(""));
    assertThat(timeline()).containsText(LOST);
    assertThat(timeline().getByText("Open it in the portal").first()).isVisible();
    Chromium.screenshot(page, "drift-lost");
    await(() -> mails().size() == 2 && posts().size() == 3);
    MimeMessage mail = messages().get(1);
    assertThat(mail.getSubject()).startsWith("Chronom: Contoso: " + LOST);
    assertThat(GreenMailUtil.getBody(mail)).contains("What to do:").contains(sandbox.tenantId());
    assertThat(posts().get(2)).contains("\"kind\":\"permission-lost\"");
  }

  @Test
  @Order(4)
  void sameAgainIsToldToNobody() {
    int before = verifications();
    verify();
    await(() -> verifications() == before + 1 && !server.get(latest()).body().contains("running"));
    await(() -> server.get(latest()).body().contains("\"outcome\""));
    pause(Duration.ofSeconds(12));
    assertThat(mails()).hasSize(2);
    assertThat(posts()).hasSize(3);
  }

  @Test
  @Order(5)
  void refusedConsentIsExplained() {
    page.navigate(tenant("/permissions"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Grant admin consent"))
        .click();
    assertThat(page.locator("h1")).hasText("Grant admin consent");
    Chromium.screenshot(page, "drift-consent");
    page.getByText("Continue to Microsoft").click();
    assertThat(page.locator("h1")).hasText("Permissions requested");
    page.getByText("Cancel").click();
    assertThat(page.getByText("Consent was canceled on Microsoft's page.")).isVisible();
    assertThat(page.getByText("AADSTS65004")).isVisible();
    Chromium.screenshot(page, "drift-refused");
  }

  @Test
  @Order(6)
  void givenConsentVerifiesByItselfAndTurnsGreen() {
    page.getByText("Try again").click();
    page.getByText("Continue to Microsoft").click();
    page.onRequest(
        request -> {
          if (request.url().contains("/consent?")) {
            answered = request.url();
          }
        });
    page.getByText("Accept", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL(Pattern.compile(".*/permissions"));
    assertThat(page.getByText("The verification that proves it runs now.")).isVisible();
    assertThat(page.getByText("14 of 14 granted")).isVisible(patiently());
    page.navigate(tenant(""));
    assertThat(timeline()).containsText(GRANTED);
    assertThat(timeline().getByText("Open it in the portal")).hasCount(0);
    await(() -> mails().size() == 3 && posts().size() == 4);
    assertThat(mails().get(2)).contains(GRANTED);
    Chromium.screenshot(page, "drift-granted");
  }

  @Test
  @Order(7)
  void forgedAndRepeatedAnswersDoNothing() {
    int before = verifications();
    String forged =
        "/consent?admin_consent=True&tenant=" + sandbox.tenantId() + "&state=forged-by-somebody";
    for (String address : List.of(server.url(forged).toString(), answered)) {
      page.navigate(address);
      assertThat(page.getByText("This answer belongs to no question of yours")).isVisible();
    }
    page.navigate(server.url("/?error=x&error_description=Call+555&state=1").toString());
    assertThat(page.getByText("This answer belongs to no question of yours")).isVisible();
    assertThat(page.content()).doesNotContain("Call 555");
    assertThat(verifications()).isEqualTo(before);
  }

  @Test
  @Order(8)
  void quietHoursAndKindsAreKept() {
    page.navigate(server.url("/settings/notifications").toString());
    page.fill("#quietFrom", "20:00");
    page.click("#save");
    assertThat(page.getByText("Enter both times").first()).isVisible();
    page.fill("#quietTo", "07:00");
    page.fill("#quietZone", "Europe/Berlin");
    page.getByLabel("Permission granted", new Page.GetByLabelOptions().setExact(true)).uncheck();
    page.click("#save");
    assertThat(page.getByText("Saved.")).isVisible();
    assertThat(server.get("/api/v1/notifications/rule").body())
        .contains("\"quietFrom\":\"20:00\"", "Europe/Berlin", "\"permission-granted\"");
    Chromium.screenshot(page, "drift-rule");
  }

  @Test
  @Order(9)
  void addressOfTheWebhookIsNowhere() throws Exception {
    assertThat(Files.readString(server.log())).doesNotContain("very-secret-signature");
    assertThat(server.get("/api/v1/notifications").body())
        .contains("\"state\":\"sent\"", "\"target\":\"localhost\"")
        .doesNotContain("very-secret-signature");
    assertThat(server.get("/api/v1/tenants/" + sandbox.tenantId() + "/changes?size=1").body())
        .contains("\"kind\":\"permission-granted\"", "\"size\":1");
  }

  private static void verify() {
    page.navigate(tenant("/permissions"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify now")).click();
  }

  private static Locator timeline() {
    return page.locator("#timeline");
  }

  private static String tenant(String below) {
    return server.url("/tenants/" + sandbox.tenantId() + below).toString();
  }

  private static String latest() {
    return "/api/v1/tenants/" + sandbox.tenantId() + "/verifications/latest";
  }

  private static int verifications() {
    String body = server.get("/api/v1/tenants/" + sandbox.tenantId() + "/verifications").body();
    return Integer.parseInt(body.replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
  }

  /** But for the news of renewals, which come when the first scan was evaluated. */
  private static List<String> posts() {
    return hook.bodies().stream().filter(post -> !post.contains("renewal-near")).toList();
  }

  /** As with {@link #posts}. */
  private static List<MimeMessage> messages() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .filter(mail -> !GreenMailUtil.getBody(mail).contains("renews on"))
        .toList();
  }

  private static List<String> mails() {
    return messages().stream()
        .map(
            mail -> {
              try {
                return mail.getSubject();
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusMillis((long) PATIENCE_MILLISECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("mails %s, posts %s", mails(), posts()).isBefore(end);
      pause(Duration.ofMillis(300));
    }
  }

  private static void pause(Duration time) {
    page.waitForTimeout(time.toMillis());
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLISECONDS);
  }
}
