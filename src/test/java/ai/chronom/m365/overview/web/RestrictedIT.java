package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.web.RestRoute;
import ai.chronom.m365.platform.web.Staff;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People and programs who saw one tenant alone. It was removed and connected again, so that it now
 * is another's: nothing of it is left for them, on each route and page that there is.
 */
class RestrictedIT {
  private static final String NAME = "Hidden Fabrikam";
  private static final String UNKNOWN = new UUID(7, 7).toString();
  private static final List<String> ROLES = List.of(Role.OPERATOR, Role.VIEWER);

  /** What belongs to no tenant. A new route without a tenant gets a line here, with a thought. */
  private static final List<String> OF_ALL =
      List.of(
          "GET /api/v1/guide",
          "GET /api/v1/guide/scripts/{kind}",
          "GET /api/v1/notifications",
          "GET /api/v1/notifications/rule",
          "POST /api/v1/notifications/{id}/retry",
          "GET /api/v1/prices",
          "PUT /api/v1/prices/{skuId}",
          "DELETE /api/v1/prices/{skuId}",
          "POST /api/v1/prices/import",
          "GET /api/v1/products",
          "GET /api/v1/tenants");

  private static RunningServer server;
  private static Chromium chromium;
  private static Page admin;
  private static Page person;
  private static final Map<String, String> TOKENS = new TreeMap<>();

  @BeforeAll
  static void takeTheirTenantAway() {
    server = RunningServer.start(Map.of("chronom.sandbox.users", "1"));
    chromium = Chromium.start();
    connect();
    Staff staff = new Staff(server, chromium);
    admin = staff.admin();
    person = staff.invitedFor(tenant(), Role.OPERATOR);
    ROLES.forEach(role -> TOKENS.put(role, tokenFor(role)));
    assertThat(open(person, "/tenants/" + tenant()).status()).isEqualTo(200);
    assertThat(open(person, "/").text()).contains(NAME);
    for (String role : ROLES) {
      assertThat(call(role, "GET", "/api/v1/tenants", "").body()).contains("\"total\":1");
      assertThat(call(role, "GET", "/api/v1/tenants/" + tenant(), "").statusCode()).isEqualTo(200);
    }
    assertThat(server.call("DELETE", "/api/v1/tenants/" + tenant(), "").statusCode())
        .isEqualTo(204);
    connect();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.call("DELETE", "/api/v1/tenants/" + tenant(), "");
    server.stop();
  }

  private static void connect() {
    SandboxTenant sandbox = server.sandbox();
    String body =
        Json.createObjectBuilder()
            .add("name", NAME)
            .add("tenantId", sandbox.tenantId())
            .add("applicationId", sandbox.applicationId())
            .add("clientSecret", sandbox.clientSecret())
            .add("cloud", "sandbox")
            .build()
            .toString();
    HttpResponse<String> answer = server.call("POST", "/api/v1/tenants", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String tenant() {
    return server.sandbox().tenantId();
  }

  private static String tokenFor(String role) {
    String body =
        Json.createObjectBuilder()
            .add("name", "restricted-" + role + "-" + System.nanoTime())
            .add("role", role)
            .add("tenants", Json.createArrayBuilder().add(tenant()))
            .build()
            .toString();
    HttpResponse<String> answer = server.call("POST", "/api/v1/tokens", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("token");
    }
  }

  private static HttpResponse<String> call(String role, String method, String path, String type) {
    boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url(path))
            .header("Authorization", "Bearer " + TOKENS.get(role))
            .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    return server.send(hasBody ? request.header("Content-Type", type).build() : request.build());
  }

  private static APIResponse open(Page who, String address) {
    return who.context()
        .request()
        .get(
            server.url(address).toString(),
            RequestOptions.create().setMaxRedirects(0).setTimeout(60_000));
  }

  static Stream<RestRoute> routes() {
    return RestRoute.all().stream()
        .filter(route -> ROLES.stream().anyMatch(route.roles()::contains));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void routeTellsNothingOfATenantOutOfReach(RestRoute route) {
    for (String role : ROLES.stream().filter(route.roles()::contains).toList()) {
      String hidden = route.addressFor(tenant());
      HttpResponse<String> answer = call(role, route.method(), hidden, route.consumes());

      if (route.path().contains("{tenantId}")) {
        String unknown = route.addressFor(UNKNOWN);
        HttpResponse<String> nobodys = call(role, route.method(), unknown, route.consumes());
        assertThat(answer.statusCode()).as("%s as %s", route, role).isEqualTo(404);
        assertThat(nobodys.statusCode()).as("%s as %s", route, role).isEqualTo(404);
        assertThat(answer.body().replace(tenant(), UNKNOWN)).isEqualTo(nobodys.body());
      } else {
        assertThat(OF_ALL).contains(route.toString());
        assertThat(answer.statusCode())
            .as("%s as %s", route, role)
            .matches(status -> route.method().equals("GET") ? status < 500 : status == 403);
        assertThat(answer.body()).doesNotContain(tenant()).doesNotContain(NAME);
      }
    }
  }

  static Stream<String> addresses() {
    return PageRoles.MAY_OPEN.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void pageTellsNothingOfATenantOutOfReach(String address) {
    String path = address.replaceFirst("/T(?=/|$)", "/" + tenant()).replaceFirst("/U$", "/x");
    APIResponse answer = open(person, path);
    APIResponse seen = open(admin, path);

    if (address.contains("/T")) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).contains("There is nothing at this address");
    } else {
      assertThat(answer.status()).isIn(200, 403);
    }
    assertThat(answer.text()).doesNotContain(NAME).doesNotContain("/tenants/");
    if (seen.status() == 200) {
      assertThat(seen.text()).as("whether %s names tenants at all", address).contains(NAME);
    }
  }

  @Test
  void sessionDownloadsNothingOfATenantOutOfReach() {
    String report = "/api/v1/tenants/" + tenant() + "/reports/";
    for (String file : List.of("findings.csv", "licenses.xlsx", "users.csv", "management.pdf")) {
      assertThat(open(person, report + file).status()).as(file).isEqualTo(404);
    }
    assertThat(open(person, "/api/v1/tenants").text()).contains("\"total\":0");
    assertThat(open(person, "/metrics").status()).isEqualTo(403);
    assertThat(open(admin, "/metrics").status()).isEqualTo(200);
  }

  @Test
  void givenTheTenantAgainThePersonSeesItAtTheNextClick() {
    Page other = new Staff(server, chromium).invitedFor(tenant(), Role.VIEWER);
    String name = other.locator(".who").innerText().replaceAll(" .*", "").strip();
    assertThat(open(other, "/tenants/" + tenant()).status()).isEqualTo(200);

    admin.navigate(server.url("/settings/people?person=" + name).toString());
    Chromium.screenshot(admin, "people-restricted");
    admin.uncheck("input[name='new-tenants'][value='" + tenant() + "']");
    admin.click("#restrict");
    assertThat(admin.locator("body").innerText()).contains("Choose at least one tenant");
    admin.selectOption("#new-extent", "all");
    admin.click("#restrict");
    admin.waitForURL(server.url("/settings/people").toString());
    assertThat(admin.locator("body").innerText()).contains("From now on " + name + " sees");
    assertThat(open(other, "/").text()).contains(NAME);
  }

  @Test
  void restrictionIsAuditedAndNoAdministratorHasOne() {
    assertThat(server.get("/api/v1/audit?action=account-created").body())
        .contains("sees only " + tenant());
    HttpResponse<String> answer =
        server.call(
            "POST",
            "/api/v1/tokens",
            "{\"name\":\"no\",\"role\":\"admin\",\"tenants\":[\"" + tenant() + "\"]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("An administrator sees all tenants");
    assertThat(server.get("/api/v1/tokens").body()).contains("\"tenants\":[]");
  }
}
