package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real receiver. */
class PosterTest {
  private final List<String> received = new ArrayList<>();
  private HttpServer receiver;
  private int status = 202;

  @BeforeEach
  void listen() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Idempotency-Key")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.getResponseHeaders().add("Retry-After", "90");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void deliversWithItsHeaders() {
    assertThat(post("/hook?sig=1")).isEqualTo(new Posted.Accepted(202));
    assertThat(received).containsExactly("/hook?sig=1 id-1 {\"a\":1}");
  }

  @ParameterizedTest
  @CsvSource({"302", "307", "404", "500"})
  void followsNoRedirectAndTellsTheStatus(int answer) {
    status = answer;
    assertThat(post("/hook")).isEqualTo(new Posted.Refused(answer, Duration.ofSeconds(90)));
    assertThat(received).hasSize(1);
  }

  @Test
  void silenceIsUnanswered() {
    int port = receiver.getAddress().getPort();
    receiver.stop(0);
    assertThat(poster().post(URI.create("http://localhost:" + port + "/"), new byte[0], Map.of()))
        .isInstanceOf(Posted.Unanswered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/",
        "http://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/",
        "https://224.0.0.1/",
        "https://0.0.0.0/"
      })
  void otherNetworksAreNotCalled(String address) {
    assertThat(OperatorAddresses.mayBeCalled(HttpUrl.get(address))).isFalse();
    assertThat(poster().post(URI.create(address), new byte[0], Map.of()))
        .isInstanceOf(Posted.Impossible.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://hooks.example.com/", "https://10.0.0.1/", "http://127.0.0.1:9/"})
  void operatorsOwnNetworkMayBeCalled(String address) {
    assertThat(OperatorAddresses.mayBeCalled(HttpUrl.get(address))).isTrue();
  }

  @Test
  void nameThatLeadsToTheMetadataOfACloudIsRefused() {
    OperatorAddresses dns =
        new OperatorAddresses(host -> List.of(InetAddress.getByName("169.254.169.254")));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> dns.lookup("hooks.example.com"))
        .isInstanceOf(java.net.UnknownHostException.class);
  }

  private Posted post(String path) {
    return poster()
        .post(
            URI.create("http://localhost:" + receiver.getAddress().getPort() + path),
            "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
            Map.of("Idempotency-Key", "id-1"));
  }

  private static Poster poster() {
    Pipeline pipeline = new Pipeline(Proxy.NO_PROXY, TrustedCertificates.of(Optional.empty()));
    return new Poster(pipeline.posts(), Clock.systemUTC());
  }
}
