package ai.chronom.m365.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job in a real browser; each test goes on where the one before stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserStoryIT {
  private static final double PATIENCE_MILLISECONDS = 120_000;

  private static final RunningServer SERVER = StoryServer.get();
  private static final SandboxTenant SANDBOX = SERVER.sandbox();
  private static final List<String> BODIES = new ArrayList<>();
  private static Chromium chromium;
  private static Page page;
  private static Page portal;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
    page = chromium.newPage();
    page.onResponse(response -> BODIES.add(response.url() + "\n" + response.headers()));
    portal = chromium.newPage();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  @Order(1)
  void adminSignsIn() {
    page.navigate(SERVER.url("/").toString());
    show("01-sign-in");
    page.fill("#name", "admin");
    page.fill("#password", "not the password");
    page.click("#sign-in");
    assertThat(page.locator("#name")).hasValue("admin");
    page.fill("#password", SERVER.adminPassword());
    page.click("#sign-in");
    assertThat(heading("Overview")).isVisible();
    show("02-overview-empty");
  }

  @Test
  @Order(2)
  void wizardLeadsThroughThePortal() {
    page.navigate(SERVER.url("/onboarding/register?cloud=sandbox").toString());
    assertThat(page.getByText("Chronom Read-Only App Registration").first()).isVisible();
    show("03-register");
    page.navigate(SERVER.url("/onboarding/permissions").toString());
    assertThat(page.locator("table tbody tr")).hasCount(14);
    show("04-permissions");
    for (String step : List.of("consent", "secret")) {
      page.navigate(SERVER.url("/onboarding/" + step).toString());
      show("05-" + step);
    }
  }

  @Test
  @Order(3)
  void mistakesAreToldAtTheirFields() {
    page.navigate(SERVER.url("/onboarding/connect").toString());
    fillIn("Contoso", "7b1c9f3e-0d54-4a62-8f7e-2f3c1f0a9b11");
    page.click("#save");
    assertThat(page.locator("[role=alert]").first()).containsText("Secret ID");
    assertThat(page.locator("#tenantId")).hasValue(SANDBOX.tenantId());
    assertThat(page.locator("#clientSecret")).hasValue("");
    show("06-secret-id-pasted");
  }

  @Test
  @Order(4)
  void missingConsentIsNamedWithItsRemedy() {
    portal.navigate(SANDBOX.portal().toString());
    portal.click("#revoke-all");
    onboardByKeyboard();
    page.waitForURL(Pattern.compile(".*/tenants/" + SANDBOX.tenantId() + ".*"));
    assertThat(page.getByText("Action required").first()).isVisible(patiently());
    show("07-consent-missing");
    bodyIsRemembered();
  }

  /** From the overview to the tenant's page without a pointer, seeing at each stop where one is. */
  private void onboardByKeyboard() {
    page.navigate(SERVER.url("/").toString());
    tabTo("a[href$='/onboarding']");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/onboarding.*"));
    page.navigate(SERVER.url("/onboarding/register").toString());
    for (String next : List.of("permissions", "consent", "secret", "connect")) {
      tabTo("#continue");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/onboarding/" + next + ".*"));
    }
    type("#name", "Contoso");
    type("#tenantId", SANDBOX.tenantId());
    type("#applicationId", SANDBOX.applicationId());
    type("#clientSecret", SANDBOX.clientSecret());
    tabTo("#save");
    page.keyboard().press("Enter");
  }

  private void type(String field, String text) {
    tabTo(field);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  private void tabTo(String target) {
    for (int stops = 0; stops < 200; stops++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("target => document.activeElement.matches(target)", target)) {
        String ring = "getComputedStyle(document.activeElement).outlineStyle";
        assertThat(page.evaluate(ring)).as("focus ring at " + target).isNotEqualTo("none");
        return;
      }
    }
    throw new AssertionError("no way by keyboard to " + target + " on " + page.url());
  }

  @Test
  @Order(5)
  void consentInThePortalTurnsItGreen() {
    portal.navigate(SANDBOX.portal().toString());
    portal.click("#grant-admin-consent");
    Chromium.screenshot(portal, "08-portal-consent");
    page.navigate(tenantPage(""));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify now")).click();
    assertThat(page.getByText("14 of 14 granted")).isVisible(patiently());
    show("09-verified");
  }

  @Test
  @Order(6)
  void scanRunsByItselfAndSavingsFollow() {
    page.navigate(tenantPage("/scan"));
    assertThat(page.getByText("Completed").first()).isVisible(patiently());
    show("10-scan");
    page.navigate(tenantPage("/savings"));
    Locator headline = page.getByText("Possible saving per month");
    for (int tries = 0; tries < 60 && headline.count() == 0; tries++) {
      page.waitForTimeout(1_000);
      page.reload();
    }
    assertThat(headline).isVisible();
    page.waitForTimeout(1_000);
    show("11-savings");
    bodyIsRemembered();
  }

  @Test
  @Order(7)
  void findingsAreFilteredExplainedAndExported() throws Exception {
    page.navigate(tenantPage("/findings?rule=R04"));
    assertThat(page.locator("#findings").getByText("R04 Inactive").first()).isVisible();
    show("12-findings");
    Download download =
        page.waitForDownload(
            () ->
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export CSV"))
                    .click());
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertThat(csv).contains("R04").doesNotContain("R08 ");
    page.locator("#findings tbody a").first().click();
    assertThat(page.getByText("Evidence").first()).isVisible();
    show("13-finding");
    page.navigate(tenantPage("/licenses"));
    show("14-licenses");
  }

  @Test
  @Order(8)
  void settingsOpen() {
    for (String address : List.of("/settings/prices", "/settings/tokens", "/settings/audit")) {
      page.navigate(SERVER.url(address).toString());
      assertThat(page.locator("h1")).isVisible();
      show("15" + address.replace('/', '-'));
      bodyIsRemembered();
    }
  }

  @Test
  @Order(9)
  void generatedCertificateTakesOverOnceItIsUploaded() throws Exception {
    page.navigate(tenantPage("#secret"));
    page.getByText("Replace it with a certificate made here").click();
    // The search for two primes takes as long as it takes.
    page.click("#generate", new Page.ClickOptions().setTimeout(PATIENCE_MILLISECONDS));
    Download file = page.waitForDownload(() -> page.getByText("chronom.cer").click());
    page.click("#take");
    assertThat(page.locator("[role=alert]").first()).containsText("AADSTS700027");
    show("16-certificate-not-uploaded");
    portal.navigate(SANDBOX.portal().toString());
    portal.setInputFiles("#certificate-file", file.path());
    portal.click("#upload-certificate");
    page.click("#take");
    assertThat(page.getByText("The credential is replaced")).isVisible(patiently());
    assertThat(page.locator("#secret").getByText("Certificate", exactly())).isVisible();
    show("17-certificate");
    bodyIsRemembered();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  @Order(10)
  void pagesNeverHeldTheSecret() {
    Canary canary = new Canary(SANDBOX.clientSecret());
    assertThat(BODIES)
        .isNotEmpty()
        .allMatch(body -> canary.in("page", body.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  @Order(11)
  void removalAsksForTheName() {
    page.navigate(tenantPage(""));
    page.getByText("Remove it").first().click();
    page.fill("#confirmedName", "Fabrikam");
    page.click("#remove");
    assertThat(page.locator("[role=alert]").first()).isVisible();
    page.fill("#confirmedName", "Contoso");
    page.click("#remove");
    page.waitForURL(Pattern.compile(".*/integrations.*|.*/$"));
    assertThat(page.getByText("is removed").first()).isVisible();
  }

  private static void fillIn(String name, String secret) {
    page.fill("#name", name);
    page.fill("#tenantId", SANDBOX.tenantId());
    page.fill("#applicationId", SANDBOX.applicationId());
    page.fill("#clientSecret", secret);
  }

  private static String tenantPage(String below) {
    return SERVER.url("/tenants/" + SANDBOX.tenantId() + below).toString();
  }

  private static Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLISECONDS);
  }

  private static void show(String name) {
    Chromium.screenshot(page, "story-" + name);
  }

  private static void bodyIsRemembered() {
    BODIES.add(page.url() + "\n" + page.content());
  }
}
