package ai.chronom.m365.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.Keycloak;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A real identity provider and a real browser; on the embedded run and on full servers. Each test
 * goes on where the one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleSignOnIT {
  private static final double PATIENCE_MILLISECONDS = 120_000;
  private static final Pattern LOGIN = Pattern.compile(".*/login\\.xhtml.*");

  private static Keycloak keycloak;
  private static RunningServer server;
  private static Chromium chromium;
  private static Page anna;
  private static Page otto;

  @BeforeAll
  static void start() {
    server = RunningServer.withSingleSignOn(SingleSignOnIT::keycloakFor);
    keycloak.awaitReady();
    chromium = Chromium.start();
    anna = newPage();
    otto = newPage();
  }

  private static Map<String, String> keycloakFor(URI base) {
    keycloak = Keycloak.start(base);
    Map<String, String> keys = new TreeMap<>(keycloak.configuration());
    keys.put("chronom.auth.second-factor-required", "admin");
    return keys;
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.withoutSingleSignOn();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  private static Page newPage() {
    Page page = chromium.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.setDefaultNavigationTimeout(PATIENCE_MILLISECONDS);
    return page;
  }

  private static Response open(Page page, String address) {
    return page.navigate(server.url(address).toString());
  }

  private static LocatorAssertions see(Page page, String selector) {
    Locator locator = page.locator(selector).first();
    locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return assertThat(locator);
  }

  /** From our login page over the provider's. */
  private static void signIn(Page page, String name) {
    page.click("a[href*='/sign-in/sso']");
    typeAtTheProvider(page, name);
  }

  private static void typeAtTheProvider(Page page, String name) {
    page.waitForSelector("#kc-login");
    assertThat(page.url()).startsWith(keycloak.issuer());
    page.fill("#username", name);
    page.fill("#password", keycloak.password());
    page.click("#kc-login");
  }

  @Test
  @Order(1)
  void administratorComesInByTheirGroupAndToThePageTheyWanted() {
    open(anna, "/settings/people");
    assertThat(anna.url()).matches(LOGIN);
    Chromium.screenshot(anna, "single-sign-on-login");
    assertThat(new AxeBuilder(anna).analyze().getViolations()).isEmpty();
    signIn(anna, "anna");
    anna.waitForURL(server.url("/settings/people").toString());
    see(anna, ".who").containsText("anna (admin)");
    see(anna, "h1").hasText("People");
    assertThat(anna.locator("tbody")).containsText("anna");
    open(anna, "/account");
    see(anna, ".notice").containsText("You sign in with single sign-on");
    assertThat(anna.locator("#current")).hasCount(0);
  }

  @Test
  @Order(2)
  void operatorDoesNotGetMoreThanTheirRole() {
    open(otto, "/integrations");
    signIn(otto, "otto");
    otto.waitForURL(server.url("/integrations").toString());
    see(otto, ".who").containsText("otto (operator)");
    assertThat(open(otto, "/settings/people").status()).isEqualTo(403);
  }

  @Test
  @Order(3)
  void whoHasNoMappedGroupIsToldSoAndStaysOutside() {
    Page nina = newPage();
    List<Integer> statuses = new ArrayList<>();
    nina.onResponse(
        answer -> {
          if (answer.url().contains("/sign-in/answer")) {
            statuses.add(answer.status());
          }
        });
    open(nina, "/");
    signIn(nina, "nina");
    see(nina, "h1").hasText("You have no role here");
    see(nina, "main").containsText("as nina");
    Chromium.screenshot(nina, "single-sign-on-no-role");
    assertThat(new AxeBuilder(nina).analyze().getViolations()).isEmpty();
    assertThat(statuses).containsExactly(403);
    open(nina, "/");
    assertThat(nina.url()).matches(LOGIN);
    nina.close();
  }

  @Test
  @Order(4)
  void providersAdminIsNotOurs() {
    Page stranger = newPage();
    open(stranger, "/account");
    signIn(stranger, "admin");
    stranger.waitForURL(server.url("/account").toString());
    see(stranger, ".who").containsText("admin~2 (operator)");
    stranger.close();
  }

  @Test
  @Order(5)
  void groupsSayWhichTenantsSomebodySees() {
    String tenant = connect();
    assertThat(open(otto, tenant).status()).isEqualTo(200);
    // Away from a page that asks by itself how far the verification is.
    open(otto, "/integrations");
    Page vera = newPage();
    open(vera, "/integrations");
    signIn(vera, "vera");
    see(vera, ".who").containsText("vera (viewer)");
    assertThat(vera.locator("main")).not().containsText("Contoso by group");
    assertThat(open(vera, tenant).status()).isEqualTo(404);
    vera.close();
    open(anna, "/settings/people?person=vera");
    see(anna, ".drawer").containsText("No tenant. The groups at the identity provider decide it");
    assertThat(anna.locator("#restrict")).hasCount(0);
    Chromium.screenshot(anna, "single-sign-on-reach");
    assertThat(new AxeBuilder(anna).analyze().getViolations()).isEmpty();
    assertThat(server.call("DELETE", "/api/v1" + tenant, "").statusCode()).isEqualTo(204);
  }

  private static String connect() {
    SandboxTenant sandbox = server.sandbox();
    String body =
        Json.createObjectBuilder()
            .add("name", "Contoso by group")
            .add("tenantId", sandbox.tenantId())
            .add("applicationId", sandbox.applicationId())
            .add("clientSecret", sandbox.clientSecret())
            .add("cloud", "sandbox")
            .build()
            .toString();
    assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
    return "/tenants/" + sandbox.tenantId();
  }

  @Test
  @Order(6)
  void answerForAnotherBrowserOpensNothing() {
    Page victim = newPage();
    open(victim, "/sign-in/answer?code=abc&state=abc");
    see(victim, "h1").hasText("This sign-in is over");
    List<String> answers = new ArrayList<>();
    Page attacker = newPage();
    attacker.onRequest(
        request -> {
          if (request.url().contains("/sign-in/answer")) {
            answers.add(request.url());
          }
        });
    open(attacker, "/about");
    signIn(attacker, "anna");
    attacker.waitForURL(server.url("/about").toString());
    assertThat(answers).hasSize(1);
    assertThat(victim.navigate(answers.get(0)).status()).isEqualTo(403);
    open(victim, "/");
    assertThat(victim.url()).matches(LOGIN);
    assertThat(attacker.navigate(answers.get(0)).status()).isEqualTo(403);
    victim.close();
    attacker.close();
  }

  @Test
  @Order(7)
  void tokensGoOnWorkingAndNoneOfTheProvidersIsInThePages() {
    assertThat(server.get("/api/v1/tenants").statusCode()).isEqualTo(200);
    HttpResponse<String> fromElsewhere =
        server.send(
            HttpRequest.newBuilder(server.url("/sign-in/sso"))
                .header("Sec-Fetch-Site", "cross-site")
                .build());
    assertThat(fromElsewhere.headers().firstValue("Location")).contains("/login.xhtml");
    open(anna, "/account");
    assertThat(anna.content()).doesNotContain("eyJ");
    assertThat(anna.evaluate("JSON.stringify([localStorage, sessionStorage])").toString())
        .doesNotContain("eyJ");
  }

  @Test
  @Order(8)
  void disabledVisitorIsOutAtOnceAndStaysOut() {
    open(anna, "/settings/people?person=otto");
    see(anna, ".drawer").containsText("Signs in at " + keycloak.issuer());
    assertThat(anna.locator("#reset")).hasCount(0);
    Chromium.screenshot(anna, "single-sign-on-person");
    anna.click("#disable");
    see(anna, "body").containsText("otto cannot sign in any more.");
    open(otto, "/integrations");
    assertThat(otto.url()).matches(LOGIN);
    otto.click("a[href*='/sign-in/sso']");
    see(otto, "h1").hasText("Your access was disabled");
    otto.click("a[href*='anew']");
    otto.waitForSelector("#password");
  }

  @Test
  @Order(9)
  void signOutEndsTheSessionHereAndAtTheProvider() {
    open(anna, "/about");
    anna.click("#sign-out");
    see(anna, "h1").hasText("You are signed out");
    Chromium.screenshot(anna, "single-sign-on-ended");
    open(anna, "/about");
    assertThat(anna.url()).matches(LOGIN);
    anna.click("a[href*='/sign-in/sso']");
    anna.waitForSelector("#username");
    assertThat(anna.url()).startsWith(keycloak.issuer());
  }

  @Test
  @Order(10)
  void localAdministratorComesInWithoutTheProviderAndOwesASecondFactor() {
    Page local = newPage();
    open(local, "/about");
    local.fill("#name", "admin");
    local.fill("#password", server.adminPassword());
    local.click("#sign-in");
    local.waitForURL(server.url("/account/second-factor").toString());
    see(local, ".who").containsText("admin (admin)");
    see(local, ".notice").containsText("Your role needs a second factor");
    Chromium.screenshot(local, "second-factor-required");
    open(local, "/about");
    assertThat(local).hasURL(server.url("/account/second-factor").toString());
    local.click("#sign-out");
    local.waitForURL(LOGIN);
    local.close();
  }

  @Test
  @Order(11)
  void trailTellsWhoCameInAndWhoDidNot() {
    HttpResponse<String> trail = server.get("/api/v1/audit?size=200");
    assertThat(trail.body())
        .contains("single sign-on, role admin, sees all tenants")
        .contains("single sign-on, role viewer, sees no tenant")
        .contains("single sign-on, no group has a role")
        .contains("single sign-on, disabled");
  }
}
