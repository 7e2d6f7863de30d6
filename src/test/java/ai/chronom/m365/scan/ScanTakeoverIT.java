package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Nodes;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A node that reads a slow tenant is paused for longer than its lease, or killed: the other goes on
 * where it was, with the same rows (T-50, T-53). Each test goes on where the one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanTakeoverIT {
  /** Ten pages. */
  private static final int USERS = 5_000;

  private static final int PAGES = USERS / 500;
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PAGE = "/v1.0/users?*";

  private static Nodes nodes;
  private static RunningServer first;
  private static RunningServer second;

  @BeforeAll
  static void start() {
    nodes =
        Nodes.start(
            2,
            USERS,
            Map.of(
                "chronom.lease.duration", LEASE.toString(), "chronom.scan.full-interval", "PT0S"));
    first = nodes.one();
    second = nodes.other();
    nodes
        .sandbox()
        .faults()
        .plant(FaultRule.on(Site.GRAPH, PAGE, new Fault.Delay(Duration.ofMillis(700))));
  }

  @AfterAll
  static void stop() {
    signal(second, "CONT");
    nodes.close();
  }

  @Test
  @Order(1)
  void pausedNodeThatWakesWritesNothing() throws Exception {
    signal(second, "STOP");
    onboard();
    await(() -> pages().size() >= 4);

    signal(first, "STOP");
    signal(second, "CONT");
    await(() -> state().startsWith("COMPLETED"));
    Map<String, String> before = rows();
    int asked = pages().size();
    signal(first, "CONT");

    Thread.sleep(Duration.ofSeconds(8).toMillis());
    assertThat(rows()).isEqualTo(before).isEqualTo(FaultRun.truth(nodes.sandbox()));
    // One that was being stored when it was paused, and the one that was fetched meanwhile.
    assertThat(asked).isLessThanOrEqualTo(PAGES + 2);
    // One that it asked for when it woke.
    assertThat(pages().size()).isLessThanOrEqualTo(asked + 1);
    assertThat(nodes.number("select count(*) from scan where state like 'COMPLETED%'"))
        .isEqualTo(1);
    assertThat(state()).startsWith("COMPLETED");
  }

  @Test
  @Order(2)
  void otherNodeGoesOnWithinOneLeaseAfterAKill() throws Exception {
    signal(second, "STOP");
    nodes.sandbox().requests().clear();
    String tenant = nodes.sandbox().tenantId();
    assertThat(first.call("POST", "/api/v1/tenants/" + tenant + "/scans", "").statusCode())
        .isEqualTo(202);
    await(() -> pages().size() >= 5);

    first.processes().forEach(ProcessHandle::destroyForcibly);
    Instant killed = Instant.now();
    signal(second, "CONT");
    int asked = pages().size();
    await(() -> pages().size() > asked);

    // The lease was renewed just before, and the other looks every five seconds.
    assertThat(Duration.between(killed, pages().get(asked).at()))
        .isLessThanOrEqualTo(LEASE.plusSeconds(5 + 5));
    await(() -> state().startsWith("COMPLETED"));
    assertThat(rows()).isEqualTo(FaultRun.truth(nodes.sandbox()));
    // One that was being stored, and the one that was fetched meanwhile.
    assertThat(pages().size()).isLessThanOrEqualTo(PAGES + 2);
  }

  private static void onboard() {
    String body =
        "{\"name\":\"Contoso\",\"tenantId\":\"%s\",\"applicationId\":\"%s\",\"clientSecret\":\"%s\",\"cloud\":\"sandbox\"}"
            .formatted(
                nodes.sandbox().tenantId(),
                nodes.sandbox().applicationId(),
                nodes.sandbox().clientSecret());
    assertThat(first.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
  }

  /** Requests for pages of users. */
  private static List<RecordedRequest> pages() {
    return nodes
        .sandbox()
        .requests()
        .matching(
            request ->
                request.site() == Site.GRAPH
                    && request.path().equals("/v1.0/users")
                    && request.query().contains("licenseAssignmentStates"));
  }

  private static String state() {
    try (Connection connection = nodes.connection()) {
      return Sql.list(
              connection,
              "select state from scan order by id desc limit 1",
              values -> {},
              row -> row.getString(1))
          .stream()
          .findFirst()
          .orElse("");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> rows() throws SQLException {
    try (Connection connection = nodes.connection()) {
      return FaultRun.stored(connection, nodes.number("select max(id) from scan"));
    }
  }

  private static void signal(RunningServer server, String name) {
    server
        .processes()
        .forEach(
            process -> {
              try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("patience").isBefore(end);
      Thread.sleep(100);
    }
  }
}
