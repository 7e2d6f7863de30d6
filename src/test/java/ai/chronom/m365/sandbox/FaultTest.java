package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
  private static final String USERS = "/v1.0/users?$top=50&$select=id";
  private Sandbox sandbox;
  private SandboxClient client;
  private String token;

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    client = new SandboxClient(sandbox);
    token = client.token();
  }

  @BeforeEach
  void nothingPlanted() {
    sandbox.faults().clear();
    sandbox.requests().clear();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void strikesAfterSomeAndSoOften() {
    sandbox
        .faults()
        .plant(FaultRule.on(Site.GRAPH, "/v1.0/users*", Fault.status(503)).after(1).times(2));

    List<Integer> statuses =
        IntStream.range(0, 5).mapToObj(i -> client.get(token, USERS).statusCode()).toList();

    assertThat(statuses).containsExactly(200, 503, 503, 200, 200);
    assertThat(client.get(token, "/v1.0/organization").statusCode()).isEqualTo(200);
  }

  @Test
  void throttlesWithAndWithoutRetryAfter() {
    sandbox
        .faults()
        .plant(FaultRule.on(Site.GRAPH, "/v1.0/users*", Fault.tooManyRequests("7")).times(1));
    sandbox
        .faults()
        .plant(FaultRule.on(Site.GRAPH, "/v1.0/users*", Fault.tooManyRequests("")).times(1));

    assertThat(client.get(token, USERS).headers().firstValue("retry-after")).contains("7");
    assertThat(client.get(token, USERS).headers().firstValue("retry-after")).isEmpty();
  }

  @Test
  void cutsTheBody() {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "/v1.0/users*", new Fault.Cut(100)));

    assertThatThrownBy(() -> client.get(token, USERS))
        .hasRootCauseInstanceOf(java.io.IOException.class);
  }

  @Test
  void hangsUp() {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "/v1.0/organization", new Fault.Hangup()));

    assertThatThrownBy(() -> client.get(token, "/v1.0/organization"))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void delays() {
    sandbox
        .faults()
        .plant(FaultRule.on(Site.LOGIN, "*/token", new Fault.Delay(Duration.ofMillis(300))));
    long before = System.nanoTime();

    client.requestToken(sandbox.tenantId(), client.tokenForm());

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void leadsAstray() {
    sandbox
        .faults()
        .plant(
            FaultRule.on(Site.GRAPH, "/v1.0/users*", Fault.nextLink("https://evil.example/next"))
                .times(1));
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "/v1.0/users*", Fault.emptyPage()).times(1));

    assertThat(client.json(token, USERS).path("@odata.nextLink").asText())
        .isEqualTo("https://evil.example/next");
    JsonNode empty = client.json(token, USERS);
    assertThat(empty.path("value").size()).isZero();
    assertThat(empty.has("@odata.nextLink")).isTrue();
  }

  @Test
  void logRemembersWhatCarriedTheSecret() {
    client.requestToken(sandbox.tenantId(), client.tokenForm());
    client.get(token, USERS);

    assertThat(sandbox.requests().on(Site.LOGIN))
        .singleElement()
        .satisfies(r -> assertThat(r.bodyHeldSecret()).isTrue());
    assertThat(sandbox.requests().on(Site.GRAPH))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.bodyHeldSecret()).isFalse();
              assertThat(r.hadAuthorization()).isTrue();
              assertThat(r.path()).isEqualTo("/v1.0/users");
            });
  }

  @Test
  void compressesWhenAsked() {
    HttpResponse<String> answer =
        client.get(token, "/v1.0/subscribedSkus", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
  }
}
