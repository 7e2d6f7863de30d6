package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import ai.chronom.m365.tenant.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the network and the download host do wrong: rows T-64 to T-69, T-77 and T-79. */
class WireFaultTest extends SandboxConnection {
  private static final String USERS = "/v1.0/users?$top=100";
  private static final String REPORT = "/v1.0/reports/getOffice365ActiveUserDetail(period='D7')";

  @ParameterizedTest(name = "T-64 {0}")
  @ValueSource(strings = {"https://localhost:1", "https://nowhere.invalid"})
  void hostThatIsGoneIsTriedFiveTimesWithinFifteenSeconds(String host) {
    Cloud open = graph.cloud();
    Cloud gone =
        new Cloud(
            open.id(),
            open.displayName(),
            open.loginUrl(),
            URI.create(host),
            open.portalUrl(),
            List.of());
    GraphConnection nowhere = graph.connectWithTokenOf(open, gone);
    assertThatThrownBy(() -> nowhere.page(USERS))
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
    // Then the scan waits half a minute: after an outage of 30 seconds it is back within 60.
    assertThat(graph.waits().stream().mapToLong(Duration::toSeconds).sum())
        .isEqualTo(1 + 2 + 4 + 8);
  }

  @Test
  void usualLimitsAreThoseWritten() {
    assertThat(Pipeline.Limits.USUAL)
        .isEqualTo(
            new Pipeline.Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofMinutes(10)));
  }

  /** T-65, twenty times as fast. */
  @Test
  void hostThatSwallowsConnectionsIsGivenUpAfterTheConnectLimit() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // A full queue: the next connection gets no answer at all.
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(hole.getLocalSocketAddress(), 100);
        } catch (java.net.SocketTimeoutException full) {
          break;
        }
      }
      SandboxGraph impatient = SandboxGraph.impatient(sandbox);
      Cloud open = impatient.cloud();
      Cloud swallowing =
          new Cloud(
              open.id(),
              open.displayName(),
              open.loginUrl(),
              URI.create("https://localhost:" + hole.getLocalPort()),
              open.portalUrl(),
              List.of());
      GraphConnection into = impatient.connectWithTokenOf(open, swallowing);
      // Five tries.
      assertThat(timeOf(() -> into.page(USERS)))
          .isBetween(Duration.ofMillis(5 * 500 - 50), Duration.ofMillis(5 * 500 + 1_000));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** T-66, twenty times as fast. */
  @Test
  void hostThatSaysNothingIsGivenUpAfterTheResponseLimit() {
    GraphConnection impatient = SandboxGraph.impatient(sandbox).connect();
    strike(new Fault.Delay(Duration.ofSeconds(4)), 100);
    assertThat(timeOf(() -> impatient.page(USERS)))
        .isBetween(Duration.ofMillis(5 * 1_500), Duration.ofMillis(5 * 1_500 + 1_000));
  }

  /** T-67, twenty times as fast: each byte comes in time, the page does not. */
  @Test
  void pageThatDripsIsGivenUpAfterThePageLimit() {
    GraphConnection impatient = SandboxGraph.impatient(sandbox).connect();
    strike(new Fault.Dribble(Duration.ofMillis(50)), 100);
    assertThat(timeOf(() -> read(impatient.page(USERS))))
        .isBetween(Duration.ofMillis(6_000), Duration.ofMillis(6_500));
  }

  private static Duration timeOf(ThrowingCallable work) {
    long start = System.nanoTime();
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** T-69. */
  @Test
  void connectionThatIsResetInTheBodyBreaksThePage() throws IOException {
    try (ResettingRelay relay = new ResettingRelay(URI.create(sandbox.graphUrl()), 6_000)) {
      Cloud open = graph.cloud();
      Cloud resetting =
          new Cloud(
              open.id(),
              open.displayName(),
              open.loginUrl(),
              URI.create("https://localhost:" + relay.port()),
              open.portalUrl(),
              List.of());
      GraphConnection connection = graph.connectWithTokenOf(open, resetting);
      String all = "/v1.0/users?$top=999&$select=id,displayName,assignedPlans";
      InputStream begun = connection.page(all);
      relay.reset();
      assertThatThrownBy(() -> read(begun))
          .isInstanceOfSatisfying(
              GraphRefused.class,
              e -> {
                assertThat(e.kind()).isEqualTo(RefusalKind.UNAVAILABLE);
                assertThat(e).hasMessageContaining("broke off");
              });
    }
  }

  /** T-77: the third redirect is one too many; see ReportDownloadTest for circles. */
  @Test
  void linkThatExpiredIsFetchedOnceMore() throws IOException {
    sandbox.faults().plant(expired(1));
    assertThat(read(connection.report(REPORT))).contains("Report Refresh Date");
    assertThat(sandbox.requests().on(Site.GRAPH)).hasSize(2);
  }

  @Test
  void linkThatExpiresAgainIsGivenUp() {
    sandbox.faults().plant(expired(100));
    assertThatThrownBy(() -> connection.report(REPORT)).isInstanceOf(GraphRefused.class);
    assertThat(sandbox.requests().on(Site.GRAPH)).hasSize(2);
  }

  private static FaultRule expired(int times) {
    return FaultRule.on(Site.REPORTS, "*", new Fault.Answer(Reply.text(403, "text/plain", "late")))
        .times(times);
  }

  /** T-79. */
  @Test
  void badSecretIsTriedOnceAndNothingIsAskedOfGraph() {
    assertThatThrownBy(() -> graph.connectWith("wrong~secret~0123456789"))
        .isInstanceOfSatisfying(
            GraphRefused.class,
            e -> {
              assertThat(e.kind()).isEqualTo(RefusalKind.CREDENTIALS_REJECTED);
              assertThat(e.code()).hasValueSatisfying(code -> assertThat(code).contains("7000215"));
            });
    assertThat(sandbox.requests().on(Site.LOGIN)).hasSize(1);
    assertThat(sandbox.requests().on(Site.GRAPH)).isEmpty();
  }
}
