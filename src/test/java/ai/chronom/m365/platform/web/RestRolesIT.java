package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.running.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each REST method against each role and nobody, taken from the classes: a new one is in at once.
 */
class RestRolesIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final List<String> ROLES = List.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  static List<RestRoute> routes() {
    return RestRoute.all();
  }

  @Test
  void theHouseHasRoutes() {
    assertThat(routes()).extracting(RestRoute::toString).contains("POST /api/v1/tokens");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void nobodyIsLetIn(RestRoute route) {
    HttpResponse<String> answer = SERVER.send(request(route).build());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void wrongTokenIsNotLetIn(RestRoute route) {
    HttpRequest.Builder request = request(route).header("Authorization", "Bearer cht_wrong");

    assertThat(SERVER.send(request.build()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void rolesAreLetInAsDeclaredAndNobodyElse(RestRoute route) {
    for (String role : ROLES) {
      HttpRequest.Builder request =
          request(route).header("Authorization", "Bearer " + tokenOf(role));

      HttpResponse<String> answer = SERVER.send(request.build());

      if (route.roles().contains(role)) {
        assertThat(answer.statusCode()).as("%s as %s", route, role).isNotIn(401, 403);
        assertThat(answer.statusCode())
            .as("%s as %s: %s", route, role, answer.body())
            .isLessThan(500);
      } else {
        assertThat(answer.statusCode()).as("%s as %s", route, role).isEqualTo(403);
        assertThat(answer.body()).contains("https://chronom.ai/problems/role-missing");
      }
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  private static HttpRequest.Builder request(RestRoute route) {
    boolean hasBody = !route.method().equals("GET") && !route.method().equals("DELETE");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SERVER.url(route.address()))
            .method(
                route.method(), hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    return hasBody ? request.header("Content-Type", route.consumes()) : request;
  }

  private static String tokenOf(String role) {
    return TOKENS.computeIfAbsent(role, RestRolesIT::issue);
  }

  private static String issue(String role) {
    String name = "matrix-" + role + "-" + System.nanoTime();
    HttpResponse<String> answer =
        SERVER.call(
            "POST",
            "/api/v1/tokens",
            Json.createObjectBuilder().add("name", name).add("role", role).build().toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("token");
    }
  }
}
