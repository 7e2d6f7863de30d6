package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in light, dark and on a phone: accessible, whole, and quiet in the console. */
class ConsoleIT {
  static final List<String> ACCESSIBLE =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> LOGGED = new ArrayList<>();

  private static RunningServer server;
  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void connectTheSandbox() throws InterruptedException {
    server = RunningServer.start(Map.of());
    chromium = Chromium.start();
    page = chromium.newPage();
    page.onConsoleMessage(ConsoleIT::keep);
    page.navigate(server.url("/login.xhtml").toString());
    page.fill("#name", "admin");
    page.fill("#password", server.adminPassword());
    page.click("#sign-in");
    page.waitForURL(server.url("/").toString());
    SandboxTenant tenant = server.sandbox();
    String body =
        """
        {"name":"<script>owned=1</script> دانيال 😀 WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(tenant.tenantId(), tenant.applicationId(), tenant.clientSecret());
    assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
    awaitSavings();
  }

  private static void awaitSavings() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    HttpResponse<String> answer = server.get("/api/v1" + tenant("/savings"));
    while (answer.statusCode() != 200 && Instant.now().isBefore(end)) {
      Thread.sleep(500);
      answer = server.get("/api/v1" + tenant("/savings"));
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.stop();
  }

  private static void keep(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      LOGGED.add(message.text());
    }
  }

  private static String tenant(String path) {
    return "/tenants/" + server.sandbox().tenantId() + path;
  }

  /** Somebody with a finding. */
  private static String person() {
    String findings = server.get("/api/v1" + tenant("/findings?rule=R04")).body();
    Matcher user = Pattern.compile("\"userId\":\"([0-9a-f-]{36})\"").matcher(findings);
    assertThat(user.find()).as(findings).isTrue();
    return user.group(1);
  }

  static Stream<String> addresses() {
    return Stream.of(
        "/",
        "/integrations",
        "/onboarding/register",
        "/onboarding/permissions",
        "/onboarding/consent",
        "/onboarding/secret",
        "/onboarding/connect",
        tenant(""),
        tenant("/permissions"),
        tenant("/consent"),
        "/consent",
        tenant("/scan"),
        tenant("/savings"),
        tenant("/licenses"),
        tenant("/licenses?search=e3&unused=yes"),
        tenant("/licenses?search=there-is-no-such-product"),
        tenant("/licenses?sort=-purchased&column=purchased&column=price&density=compact"),
        tenant("/findings"),
        tenant("/findings?rule=R03&confidence=medium"),
        tenant("/findings?state=open&sort=-net&column=rule&column=net&density=compact"),
        tenant("/users"),
        tenant("/users?search=a&account=all&column=name&column=kind&density=compact"),
        tenant("/users?search=nobody-has-this-name"),
        tenant("/users/" + person()),
        tenant("/renewals"),
        tenant("/what-if"),
        tenant("/what-if?t.inactive-days=60&t.buffer-seats=0&t.grace-days=1"),
        tenant("/history"),
        tenant("/settings"),
        "/settings/prices",
        "/settings/prices?segment=nonprofit",
        "/settings/notifications",
        "/settings/people",
        "/settings/people?person=admin",
        "/account",
        "/account/second-factor",
        "/settings/tokens",
        "/settings/keys",
        "/settings/audit",
        "/glossary",
        "/about");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void pageIsWholeInLightDarkAndOnAPhone(String address) {
    look(address, "light", 1280, ColorScheme.LIGHT);
    look(address, "dark", 1280, ColorScheme.DARK);
    look(address, "phone", 360, ColorScheme.LIGHT);
  }

  @Test
  void everyStateIsAccessible() {
    page.setViewportSize(1280, 800);
    assertThat(new PageStates(server, page, tenant("")).violations(chromium)).isEmpty();
  }

  private static void look(String address, String name, int width, ColorScheme scheme) {
    LOGGED.clear();
    page.setViewportSize(width, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    Response answer = page.navigate(server.url(address).toString());
    Chromium.screenshot(
        page, "console-" + address.replaceAll("[0-9a-f-]{36}|[^a-z0-9]+", "-") + "-" + name);
    if (scheme == ColorScheme.DARK) {
      PageStates.openFolds(page);
    }
    assertThat(answer.status()).isEqualTo(200);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    assertThat(page.evaluate("window.owned ?? null")).as("a name became a script").isNull();
    assertThat(violations()).isEmpty();
    assertThat(LOGGED).isEmpty();
  }

  private static List<String> violations() {
    return new AxeBuilder(page)
        .withTags(ACCESSIBLE).analyze().getViolations().stream().map(Rule::toString).toList();
  }

  @Test
  void sortingAndOpeningAFindingKeepTheFilter() {
    page.setViewportSize(1280, 800);
    page.navigate(server.url(tenant("/findings?state=open")).toString());
    String before = page.locator("#findings tbody tr").first().innerText();
    page.locator("#findings thead th a").first().click();
    page.waitForCondition(
        () -> !page.locator("#findings tbody tr").first().innerText().equals(before));
    page.locator("#findings tbody tr a").first().click();
    assertThat(page.url()).contains("state=open").contains("finding=");
    assertThat(page.locator(".drawer").innerText()).contains("What was seen");
    assertThat(violations()).isEmpty();
  }

  @Test
  void unknownTenantAndPhysicalPageDoNotExist() {
    String nobody = "/tenants/00000000-0000-4000-8000-000000000000";
    assertThat(page.navigate(server.url(nobody).toString()).status()).isEqualTo(404);
    assertThat(page.locator("h1").innerText()).isEqualTo("There is nothing at this address");
    assertThat(page.navigate(server.url("/scan/scan.xhtml").toString()).status()).isEqualTo(404);
    String stranger = tenant("/users/00000000-0000-4000-8000-000000000000");
    assertThat(page.navigate(server.url(stranger).toString()).status()).isEqualTo(404);
    assertThat(server.get("/api/v1" + stranger).statusCode()).isEqualTo(404);
  }

  @Test
  void listsComeFromFilesAndSuggestionsAreAcceptedOneByOne() {
    page.setViewportSize(1280, 800);
    page.navigate(server.url(tenant("/settings")).toString());
    page.getByText("Import a list from a file").click();
    page.selectOption("#into", "on-leave");
    page.setInputFiles("#people", csv("member,until\nnobody@contoso.com,soon\n"));
    page.click("#import-list");
    page.getByText("A date such as 2027-12-31").first().waitFor();
    assertThat(page.locator("main").innerText()).contains("line 2: until");
    assertThat(violations()).isEmpty();
    page.selectOption("#into", "on-leave");
    page.setInputFiles("#people", csv("member,note\nnobody@contoso.com,by a file\n"));
    page.click("#import-list");
    page.getByText("One entry is imported").waitFor();
    assertThat(page.locator("#lists").innerText()).contains("nobody@contoso.com", "by a file");
    int suggested = page.getByText("Protect", exactly()).count();
    page.getByText("Protect", exactly()).first().click();
    page.getByText("is protected. The savings").waitFor();
    assertThat(page.getByText("Protect", exactly()).count()).isEqualTo(suggested - 1);
    Chromium.screenshot(page, "console-settings-lists");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static FilePayload csv(String text) {
    return new FilePayload("list.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void activityListsAndTheSegmentAreKept() {
    page.setViewportSize(1280, 800);
    page.navigate(server.url(tenant("/settings")).toString());
    page.getByText("Import an activity list").first().click();
    page.setInputFiles(
        "#activity", csv("User name,Last activity date,Desktop,Web\nnobody@contoso.com,,No,Yes\n"));
    page.click("#take-activity");
    page.getByText("The activity list of Visio is imported").waitFor();
    Chromium.screenshot(page, "console-settings-activity");
    assertThat(violations()).isEmpty();
    page.getByText("Forget", exactly()).click();
    page.getByText("The activity list of Visio is forgotten").waitFor();
    page.selectOption("#segment", "nonprofit");
    page.click("#save-segment");
    page.getByText("This tenant buys as: Nonprofit").waitFor();
    assertThat(page.inputValue("#segment")).isEqualTo("nonprofit");
    page.selectOption("#segment", "commercial");
    page.click("#save-segment");
    page.getByText("This tenant buys as: Commercial").waitFor();
  }

  @Test
  void wizardKeepsWhatWasTypedButNeverTheSecret() {
    page.navigate(server.url("/onboarding/connect").toString());
    page.fill("#name", "Fabrikam 株式会社");
    page.fill("#clientSecret", "abc8Q~secretsecretsecretsecretsecretsec");
    page.click("#save");
    page.locator("#tenantId-error").waitFor();
    assertThat(page.inputValue("#name")).isEqualTo("Fabrikam 株式会社");
    assertThat(page.inputValue("#clientSecret")).isEmpty();
    assertThat(page.content()).doesNotContain("secretsecret");
    page.navigate(server.url("/about").toString());
    page.navigate(server.url("/onboarding").toString());
    assertThat(page.inputValue("#name")).isEqualTo("Fabrikam 株式会社");
  }
}
