package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection over real TLS, with everything that can go wrong on the way. */
class LiveConnectionTest extends SandboxConnection {
  private static final String SKUS = "/v1.0/subscribedSkus?$select=skuId";

  @Nested
  class EveryRequest {
    @Test
    void namesThisProgramAndItself() {
      connection.get(SKUS);
      RecordedRequest request = sandbox.requests().on(Site.GRAPH).get(0);
      assertThat(request.userAgent()).matches("Chronom-M365/\\d.*");
      assertThat(request.clientRequestId()).hasSize(36);
      assertThat(request.hadAuthorization()).isTrue();
    }

    @Test
    void isCounted() {
      connection.get(SKUS);
      connection.batch(List.of(SKUS, "/v1.0/users?$top=1"));
      assertThat(connection.requests()).isEqualTo(2);
    }

    @Test
    void neverCarriesTheSecretToGraph() {
      connection.get(SKUS);
      assertThat(sandbox.requests().on(Site.GRAPH)).noneMatch(RecordedRequest::bodyHeldSecret);
    }
  }

  @Nested
  class Throttled {
    @Test
    void waitsAsLongAsAskedAndTriesAgain() {
      strike(Fault.tooManyRequests("7"), 2);
      assertThat(connection.get(SKUS).status()).isEqualTo(200);
      assertThat(graph.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
      assertThat(connection.requests()).isEqualTo(3);
    }

    @Test
    void givesUpAfterTenTries() {
      strike(Fault.tooManyRequests(""), 100);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.THROTTLED);
      assertThat(connection.requests()).isEqualTo(10);
    }

    @Test
    void tellsAPageHowLongToWait() {
      strike(Fault.tooManyRequests("900"), 100);
      assertThatThrownBy(() -> connection.page("/v1.0/users"))
          .isInstanceOfSatisfying(
              GraphRefused.class,
              e -> {
                assertThat(e.kind()).isEqualTo(RefusalKind.THROTTLED);
                assertThat(e.retryAfter()).contains(Duration.ofMinutes(15));
              });
    }
  }

  @Nested
  class Broken {
    @Test
    void connectionsAreTriedAgain() {
      strike(new Fault.Hangup(), 2);
      assertThat(connection.get(SKUS).status()).isEqualTo(200);
      assertThat(connection.requests()).isEqualTo(3);
    }

    @Test
    void smallAnswersAreAskedForAgain() {
      strike(new Fault.Cut(10), 1);
      assertThat(connection.get(SKUS).status()).isEqualTo(200);
    }

    @Test
    void pagesAreTheCallersToRepeat() {
      strike(new Fault.Cut(10), 1);
      assertThatThrownBy(() -> read(connection.page(SKUS)))
          .isInstanceOfSatisfying(
              GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
    }

    @Test
    void servicesAreGivenUpAfterAWhile() {
      strike(Fault.status(500), 100);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.UNAVAILABLE);
      assertThat(connection.requests()).isEqualTo(5);
    }

    @Test
    void answersThatAreNoJsonAreNoSuccess() {
      strike(Fault.junk("<html>sign in</html>"), 1);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.OTHER);
    }

    @Test
    void threadsThatAreStoppedStop() {
      Thread.currentThread().interrupt();
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.UNAVAILABLE);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Nested
  class RejectedToken {
    @Test
    void isRenewedOnce() {
      strike(unauthorized("InvalidAuthenticationToken"), 1);
      assertThat(connection.get(SKUS).status()).isEqualTo(200);
      assertThat(sandbox.requests().on(Site.LOGIN)).hasSize(1);
    }

    @Test
    void isNotRenewedForever() {
      strike(unauthorized("InvalidAuthenticationToken"), 100);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.TOKEN_REJECTED);
      assertThat(connection.requests()).isEqualTo(2);
    }

    @Test
    void isNotBlamedForAServiceThatRefuses() {
      strike(unauthorized("generalException"), 1);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.NOT_PERMITTED);
      assertThat(sandbox.requests().on(Site.LOGIN)).isEmpty();
    }

    @Test
    void withTheSecretGoneIsToldAsSuch() {
      strike(unauthorized("InvalidAuthenticationToken"), 1);
      sandbox.registration().set(Switch.SIGN_IN_ENABLED, false);
      assertThat(connection.get(SKUS).refusal()).isEqualTo(RefusalKind.CREDENTIALS_REJECTED);
    }

    private Fault unauthorized(String code) {
      String body = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";
      return new Fault.Answer(Reply.text(401, "application/json", body));
    }
  }

  @Nested
  class Batches {
    @Test
    void answerInTheOrderOfTheirPaths() {
      List<GraphAnswer> answers =
          connection.batch(List.of(SKUS, "/v1.0/nothing-here", "/v1.0/users?$top=1"));
      assertThat(answers).extracting(GraphAnswer::status).containsExactly(200, 400, 200);
      assertThat(answers.get(2).body().toString()).contains("userPrincipalName");
    }

    @Test
    void areSplitAtTwenty() {
      assertThat(connection.batch(Collections.nCopies(45, SKUS)))
          .hasSize(45)
          .allMatch(GraphAnswer::succeeded);
      assertThat(connection.requests()).isEqualTo(3);
    }

    @Test
    void keepVersionsApart() {
      List<GraphAnswer> answers =
          connection.batch(
              List.of(SKUS, "/beta/security/informationProtection/sensitivityLabels", SKUS));
      assertThat(answers).allMatch(GraphAnswer::succeeded);
      assertThat(connection.requests()).isEqualTo(2);
    }

    @Test
    void thatFailAsAWholeFailEachItem() {
      strike(Fault.status(400), 1);
      assertThat(connection.batch(List.of(SKUS, SKUS)))
          .extracting(GraphAnswer::refusal)
          .containsExactly(RefusalKind.OTHER, RefusalKind.OTHER);
    }

    @Test
    void neverLeaveTheCloud() {
      assertThatThrownBy(() -> connection.batch(List.of(SKUS, "https://evil.example/v1.0/x")))
          .isInstanceOf(GraphRefused.class);
    }
  }

  @Nested
  class Pages {
    @Test
    void streamAndLeadOn() throws IOException {
      String first = read(connection.page("/v1.0/users?$top=50&$select=id"));
      String link = first.replaceFirst("(?s).*\"@odata.nextLink\":\"([^\"]*)\".*", "$1");
      assertThat(read(connection.page(link))).contains("\"value\"");
    }

    @Test
    void withoutPermissionAreRefused() {
      sandbox.registration().revoke(Permissions.role("Directory.Read.All"));
      GraphConnection poorer = graph.connect();
      assertThatThrownBy(() -> poorer.page("/v1.0/subscribedSkus"))
          .isInstanceOfSatisfying(
              GraphRefused.class,
              e -> {
                assertThat(e.kind()).isEqualTo(RefusalKind.NOT_PERMITTED);
                assertThat(e.code()).contains("Authorization_RequestDenied");
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/v1.0/users", "http://localhost/v1.0/users"})
    void elsewhereAreNotFetched(String link) {
      assertThatThrownBy(() -> connection.page(link))
          .isInstanceOfSatisfying(
              GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.HOSTILE));
      assertThat(sandbox.requests().all()).isEmpty();
    }
  }
}
