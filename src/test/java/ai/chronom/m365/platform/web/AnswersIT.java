package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersIT {
  private static final RunningServer SERVER = RunningServer.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login.xhtml",
        "/nowhere",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/openapi",
        "/api/v1/tokens",
        "/api/v1/nowhere",
        "/api/v2",
        "/jakarta.faces.resource/nothing.js.xhtml"
      })
  void everyAnswerTellsTheBrowserItsLimits(String path) {
    for (HttpResponse<String> answer : new HttpResponse[] {anonymous(path), SERVER.get(path)}) {
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
      assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy"))
          .containsExactly("same-origin");
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
    }
  }

  @Test
  void pageAllowsOnlyScriptsWithItsNonce() {
    String policy =
        anonymous("/login.xhtml").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy)
        .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]+'")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(anonymous("/login.xhtml").headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  @Nested
  class OpenDoors {
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void healthSaysOneWord(String path) {
      HttpResponse<String> answer = anonymous(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/openapi"})
    void metricsAndDescriptionAreNotAmongThem(String path) {
      assertThat(anonymous(path).statusCode()).isEqualTo(401);
    }
  }

  /** What a server normalizes, another one may not: the constraint must hold for each spelling. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/v1/tokens",
        "/api//v1/tokens",
        "/./api/v1/tokens",
        "/API/v1/tokens",
        "/api;x/v1/tokens",
        "/api/v1/tokens;jsessionid=1",
        "/login.xhtml/../api/v1/tokens",
        "/resources/../api/v1/tokens",
        "/resources/%2e%2e/api/v1/tokens",
        "/resources/..;/api/v1/tokens",
        "/jakarta.faces.resource/..;/api/v1/tokens",
        "/health/live/../../metrics",
        "//metrics",
        "//openapi",
        "/WEB-INF/web.xml",
        "//WEB-INF/web.xml",
        "/resources/../WEB-INF/web.xml"
      })
  void disguisedAddressesOpenNothing(String path) {
    String root = SERVER.url("/").toString();
    URI address = URI.create(root.substring(0, root.length() - 1) + path);

    HttpResponse<String> answer = SERVER.send(HttpRequest.newBuilder(address).build());

    assertThat(answer.statusCode()).isBetween(300, 499);
    assertThat(answer.body()).doesNotContain("bootstrap", "openapi:", "jvm_memory", "<web-app");
  }

  @Test
  void metricsAreInThePrometheusFormat() {
    SERVER.get("/api/v1/tokens");

    HttpResponse<String> answer = SERVER.get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(answer.body())
        .contains("# TYPE jvm_memory_used_bytes gauge")
        .contains(
            "chronom_rest_requests_seconds_count{method=\"list\",resource=\"TokensResource\"");
  }

  @Test
  void descriptionNamesEveryRoute() {
    String description = SERVER.get("/openapi").body();

    assertThat(description).contains("Chronom for Microsoft 365", "bearer", "problem+json");
    assertThat(RestRoute.all())
        .allSatisfy(route -> assertThat(description).contains("  " + route.path() + ":\n"));
  }

  @Nested
  class BadInput {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "POST|/api/v1/tokens|nonsense canary|400|body-unreadable",
          "POST|/api/v1/tokens|[]|400|body-unreadable",
          "POST|/api/v1/tokens|{\"name\":\"<b>canary\",\"role\":\"viewer\"}|400|invalid-input",
          "PUT|/api/v1/tokens|{}|405|method-not-allowed",
          "GET|/api/v1/nowhere||404|not-found",
          "GET|/api/v1/tokens?size=501||400|invalid-input",
          "GET|/api/v1/tokens?page=-1||400|invalid-input",
          "DELETE|/api/v1/tokens/%3Cscript%3E||404|not-found",
          "POST|/api/v1/tokens|{\"name\":\"a\\u0000b\",\"role\":\"viewer\"}|400|invalid-input"
        })
    void leavesAsAProblemWithAStableSlug(
        String method, String path, String body, int status, String slug) {
      HttpResponse<String> answer = SERVER.call(method, path, body == null ? "" : body);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body())
          .contains("\"type\":\"https://chronom.ai/problems/" + slug + "\"")
          .doesNotContain("canary");
    }

    @Test
    void bodyThatIsTooLargeIsNotRead() {
      HttpResponse<String> answer =
          SERVER.call("POST", "/api/v1/tokens", "{\"name\":\"" + "a".repeat(70_000) + "\"}");

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("65536 bytes");
    }

    @Test
    void textIsNoJson() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(SERVER.url("/api/v1/tokens"))
              .header("Authorization", "Bearer " + SERVER.apiToken())
              .header("Content-Type", "text/plain")
              .POST(BodyPublishers.ofString("{}"));

      assertThat(SERVER.send(request.build()).statusCode()).isEqualTo(415);
    }
  }

  @Nested
  class Tokens {
    @Test
    void revokedTokenOpensNothing() {
      HttpResponse<String> issued =
          SERVER.call(
              "POST",
              "/api/v1/tokens",
              "{\"name\":\"short-" + System.nanoTime() + "\",\"role\":\"viewer\"}");
      String token = member(issued.body(), "token");
      String address = issued.headers().firstValue("Location").orElseThrow();
      assertThat(withToken("/openapi", token).statusCode()).isEqualTo(200);

      assertThat(SERVER.call("DELETE", URI.create(address).getPath(), "").statusCode())
          .isEqualTo(204);

      assertThat(withToken("/openapi", token).statusCode()).isEqualTo(401);
    }

    @Test
    void listTellsNoToken() {
      assertThat(SERVER.get("/api/v1/tokens").body())
          .contains("\"bootstrap\"")
          .doesNotContain("cht_")
          .doesNotContain(SERVER.apiToken());
    }

    private static String member(String json, String name) {
      return json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static HttpResponse<String> withToken(String path, String token) {
      return SERVER.send(
          HttpRequest.newBuilder(SERVER.url(path))
              .header("Authorization", "Bearer " + token)
              .build());
    }
  }

  private static HttpResponse<String> anonymous(String path) {
    return SERVER.send(HttpRequest.newBuilder(SERVER.url(path)).build());
  }
}
