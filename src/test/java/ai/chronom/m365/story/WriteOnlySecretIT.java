package ai.chronom.m365.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.web.RestRoute;
import ai.chronom.m365.running.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T-02 and T-03: a secret goes in and never comes out, and what it looks like is no secret. */
class WriteOnlySecretIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final String HINT_CHARS = "[A-Za-z0-9._~-]{3}";
  private static final String SECRET =
      WATCHED.sandbox.registration().createSecret("write-only", Duration.ofDays(90)).value();
  private static final Canary CANARY = new Canary(SECRET);

  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void connect() {
    HttpResponse<String> answer = WATCHED.connect(SECRET);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    WATCHED.awaitVerified();
    chromium = Chromium.start();
    page = chromium.newPage();
    page.navigate(WATCHED.server.url("/login.xhtml").toString());
    page.fill("#name", "admin");
    page.fill("#password", WATCHED.server.adminPassword());
    page.click("#sign-in");
    page.waitForURL(WATCHED.server.url("/").toString());
  }

  @AfterAll
  static void remove() {
    chromium.close();
    WATCHED.remove();
  }

  @Test
  void noRouteReturnsItToAnyRole() {
    Map<String, String> tokens = new TreeMap<>();
    for (String role : List.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER)) {
      tokens.put(role, token(role));
    }
    List<RestRoute> routes =
        RestRoute.all().stream().filter(route -> route.method().equals("GET")).toList();
    assertThat(routes).hasSizeGreaterThan(15);
    int answered = 0;
    for (RestRoute route : routes) {
      for (String token : tokens.values()) {
        HttpResponse<String> answer = get(route.addressFor(WATCHED.sandbox.tenantId()), token);
        answered += answer.statusCode() == 200 ? 1 : 0;
        assertThat(CANARY.in(route.toString(), answer.headers().map() + answer.body())).isEmpty();
      }
    }
    assertThat(answered).isGreaterThan(30);
  }

  @Test
  void noSchemaOfAnAnswerHasAPlaceForIt() {
    AnswerSchemas schemas = new AnswerSchemas(WATCHED.server.get("/openapi").body());
    assertThat(schemas.inAnswers()).contains("SecretAnswer", "TenantAnswer", "CertificateAnswer");
    assertThat(schemas.inAnswers())
        .allSatisfy(
            schema ->
                assertThat(schemas.properties(schema))
                    .as(schema)
                    .noneMatch(
                        name -> name.matches("(?i).*(clientSecret|pkcs12|password|privateKey).*")));
    assertThat(schemas.properties("NewSecret")).contains("clientSecret");
  }

  @Test
  void noPageShowsMoreThanItsHint() {
    List<Crawl.Seen> seen =
        new Crawl(WATCHED.server, page).from("/", "/tenants/" + WATCHED.sandbox.tenantId());
    assertThat(seen).hasSizeGreaterThan(15);
    assertThat(seen)
        .allSatisfy(each -> assertThat(CANARY.in(each.address(), each.answer())).isEmpty());
    assertThat(secret().getString("hint")).matches(HINT_CHARS).isEqualTo(SECRET.substring(0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc*****", "***************", "abc•••••••••", "●●●●●●●●●●●●"})
  void maskIsRefusedByRestAndTheOldOneStays(String typed) {
    int version = secret().getInt("version");
    HttpResponse<String> answer =
        put(Json.createObjectBuilder().add("clientSecret", typed).build().toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonObject error = Rest.parse(answer).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("clientSecret");
    assertThat(error.getString("message"))
        .contains(typed.isEmpty() ? "Enter the client secret" : "only a mask");
    assertThat(secret().getInt("version")).isEqualTo(version);
  }

  @Test
  void savingOtherThingsKeepsIt() {
    int version = secret().getInt("version");
    assertThat(put("{}").statusCode()).isEqualTo(400);
    assertThat(put("{\"secretExpiresOn\":\"2027-01-31\"}").statusCode()).isEqualTo(400);
    String name = "{\"name\":\"Contoso, renamed\",\"clientSecret\":\"\"}";
    assertThat(WATCHED.rest.call("PATCH", WATCHED.tenant(), name).statusCode()).isEqualTo(200);
    assertThat(secret().getInt("version")).isEqualTo(version);
    WATCHED.sandbox.requests().clear();
    WATCHED.rest.call("POST", WATCHED.tenant() + "/verifications", "");
    WATCHED.awaitVerified();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "••••••••••••••••", "abc************"})
  void maskIsRefusedByThePageAndTheOldOneStays(String typed) {
    int version = secret().getInt("version");
    page.navigate(WATCHED.server.url("/tenants/" + WATCHED.sandbox.tenantId()).toString());
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    Locator field = page.locator("#secret-form #clientSecret");
    assertThat(field).hasValue("");
    field.fill(typed);
    page.click("#replace");
    assertThat(page.locator("#secret-form"))
        .containsText(typed.isEmpty() ? "Enter the client secret" : "That is only a mask");
    assertThat(field).hasValue("");
    assertThat(secret().getInt("version")).isEqualTo(version);
  }

  /** T-15: what stands in its place is not taken for it; others work on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert_to('abc8Q~ClearTextInThePlaceOfASealedValue', 'UTF8')",
        "decode('', 'hex')",
        "decode('00', 'hex') || substr(sealed, 2)",
        "decode(repeat('5a', 1048576), 'hex')",
        "substr(sealed, 1, octet_length(sealed) - 1)"
      })
  void anythingElseInItsPlaceIsToldAndNotUsed(String planted) {
    WATCHED.postgres.sql("create table sealed_before as select * from sealed_secret");
    WATCHED.postgres.sql("update sealed_secret set sealed = " + planted);
    try {
      WATCHED.sandbox.requests().clear();
      WATCHED.rest.call("POST", WATCHED.tenant() + "/verifications", "");
      JsonObject told =
          WATCHED.rest.await(
              WATCHED.tenant() + "/verifications/latest",
              found -> found.toString().contains("secret-unreadable"));
      assertThat(told.toString()).doesNotContain("ClearText");
      assertThat(WATCHED.tokenRequests()).isEmpty();
      assertThat(WATCHED.rest.get("/tenants").statusCode()).isEqualTo(200);
    } finally {
      WATCHED.postgres.sql(
          "update sealed_secret s set sealed = b.sealed from sealed_before b"
              + " where b.tenant_id = s.tenant_id");
      WATCHED.postgres.sql("drop table sealed_before");
    }
    WATCHED.rest.call("POST", WATCHED.tenant() + "/verifications", "");
    WATCHED.awaitVerified();
  }

  private static JsonObject secret() {
    return WATCHED.rest.json(WATCHED.tenant()).getJsonObject("secret");
  }

  private static HttpResponse<String> put(String body) {
    return WATCHED.rest.call("PUT", WATCHED.tenant() + "/secret", body);
  }

  private static HttpResponse<String> get(String address, String token) {
    return WATCHED.server.send(
        HttpRequest.newBuilder(WATCHED.server.url(address))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  private static String token(String role) {
    String name = "write-only-" + role + "-" + System.nanoTime();
    String body = Json.createObjectBuilder().add("name", name).add("role", role).build().toString();
    return Rest.parse(WATCHED.rest.call("POST", "/tokens", body)).getString("token");
  }
}
