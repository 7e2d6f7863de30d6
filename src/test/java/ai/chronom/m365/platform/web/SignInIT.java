package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final String JSON = "application/json";

  private final LoginForm person = new LoginForm(SERVER);

  @Nested
  class Pages {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/index.xhtml",
          "/overview/overview.xhtml",
          "/nowhere",
          "/error/incident.xhtml"
        })
    void leadToTheLoginPage(String page) {
      HttpResponse<String> answer = person.get(page);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer)).startsWith("/login.xhtml");
    }

    @Test
    void loginLeadsBack() {
      assertThat(location(person.get("/error/not-found.xhtml?a=b%20c")))
          .isEqualTo("/login.xhtml?from=%2Ferror%2Fnot-found.xhtml%3Fa%3Db%2520c");

      HttpResponse<String> answer =
          signIn("/login.xhtml?from=%2Ferror%2Fnot-found.xhtml%3Fa%3Db%2520c");

      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(location(answer)).endsWith("/error/not-found.xhtml?a=b%20c");
      assertThat(person.get("/error/not-found.xhtml").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/%0d%0aX:y"})
    void loginLeadsToNobodyElse(String from) {
      String encoded = URLEncoder.encode(from, StandardCharsets.UTF_8);

      HttpResponse<String> answer = signIn("/login.xhtml?from=" + encoded);

      assertThat(location(answer)).isIn("/", SERVER.url("/").toString());
    }
  }

  @Nested
  class Session {
    @Test
    void hasANewIdAfterLogin() {
      person.get("/login.xhtml");
      String before = person.session().getValue();

      signIn("/login.xhtml");

      assertThat(person.session().getValue()).isNotEqualTo(before);
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() {
      HttpResponse<String> answer = person.get("/login.xhtml");

      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("chronom_session=")
          .contains("HttpOnly")
          .contains("SameSite=Lax")
          .contains("Path=/");
    }

    @Test
    void readsRestButDoesNotWriteIt() {
      signIn("/login.xhtml");

      assertThat(person.get("/api/v1/tokens").statusCode()).isEqualTo(200);
      assertThat(person.post("/api/v1/tokens", "{}", JSON).statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotHelpAWrongToken() {
      signIn("/login.xhtml");
      HttpCookie session = person.session();

      HttpResponse<String> answer =
          SERVER.send(
              HttpRequest.newBuilder(SERVER.url("/api/v1/tokens"))
                  .header("Cookie", session.getName() + "=" + session.getValue())
                  .header("Authorization", "Bearer cht_wrong")
                  .build());

      assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void idInTheAddressIsNoId() {
      signIn("/login.xhtml");

      HttpResponse<String> answer =
          new LoginForm(SERVER)
              .get("/error/not-found.xhtml;jsessionid=" + person.session().getValue());

      assertThat(answer.statusCode()).isNotEqualTo(200);
    }
  }

  @Nested
  class Guesses {
    @Test
    void sixthIsRefusedEvenWhenRight() {
      String name = "nobody-" + System.nanoTime();
      List<String> bodies = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        bodies.add(person.signIn("/login.xhtml", name, "wrong " + i).body());
      }

      assertThat(bodies.get(0)).contains("Name and password do not match");
      assertThat(bodies.get(5)).contains("Too many attempts");
    }

    @Test
    void parallelRightPasswordsAllComeIn() {
      List<CompletableFuture<Integer>> people = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        people.add(
            CompletableFuture.supplyAsync(
                () ->
                    new LoginForm(SERVER)
                        .signIn("/login.xhtml", "admin", SERVER.adminPassword())
                        .statusCode()));
      }

      assertThat(people).allSatisfy(login -> assertThat(login.join()).isEqualTo(302));
    }

    @Test
    void passwordIsNeverRepeated() {
      HttpResponse<String> answer =
          person.signIn("/login.xhtml", "nobody-" + System.nanoTime(), "canary-password");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("canary-password");
    }
  }

  @Nested
  class OtherSites {
    @Test
    void cannotMakeABrowserWrite() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(SERVER.url("/login.xhtml"))
              .header("Origin", "https://evil.example")
              .POST(BodyPublishers.ofString("name=a"));

      assertThat(SERVER.send(request.build()).statusCode()).isEqualTo(403);
    }
  }

  private HttpResponse<String> signIn(String address) {
    return person.signIn(address, "admin", SERVER.adminPassword());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
