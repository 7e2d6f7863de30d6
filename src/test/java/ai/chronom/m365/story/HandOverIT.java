package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is stopped in the middle of a scan: whoever starts next goes on at once. */
class HandOverIT {
  private static final Duration LEASE = Duration.ofHours(1);
  private static final Duration STOP_MAX = Duration.ofSeconds(30);

  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static RunningServer server;

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @Test
  void scanGoesOnLongBeforeTheLeaseWouldEnd() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.in(directory.resolve("sandbox")).withUsers(2_000));
    server = RunningServer.start(properties());
    Rest rest = new Rest(server);
    sandbox
        .faults()
        .plant(
            FaultRule.on(Site.GRAPH, "/v1.0/users*", new Fault.Delay(Duration.ofMinutes(2)))
                .after(2));
    assertThat(rest.call("POST", "/tenants", registration()).statusCode()).isEqualTo(201);
    String latest = "/tenants/" + sandbox.tenantId() + "/scans/latest";
    JsonObject running = rest.await(latest, HandOverIT::readsUsers);

    long before = System.nanoTime();
    server.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - before);

    assertThat(took).isLessThan(STOP_MAX);
    assertThat(Files.readString(server.log()))
        .contains("This node stops and hands over its jobs: 1");
    sandbox.faults().clear();
    server.startAgain();

    JsonObject done = rest.await(latest, found -> found.getString("state").startsWith("completed"));
    assertThat(done.get("id")).isEqualTo(running.get("id"));
    assertThat(done.getString("state")).as(done.toString()).isEqualTo("completed");
  }

  private static boolean readsUsers(JsonObject scan) {
    return scan.getString("state").equals("running")
        && scan.getJsonArray("collections").stream()
            .map(row -> row.asJsonObject())
            .anyMatch(
                row ->
                    row.getString("name").equals("users")
                        && row.getString("state").equals("running"));
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("chronom.lease.duration", LEASE.toString());
    properties.put("chronom.sandbox.enabled", "false");
    properties.put("chronom.http.trusted-ca-file", sandbox.caFile().toString());
    properties.put("chronom.clouds.sandbox.display-name", "Sandbox");
    properties.put("chronom.clouds.sandbox.login-url", sandbox.loginUrl());
    properties.put("chronom.clouds.sandbox.graph-url", sandbox.graphUrl());
    properties.put("chronom.clouds.sandbox.report-hosts", sandbox.reportHost());
    properties.put("chronom.clouds.sandbox.portal-url", sandbox.portalUrl());
    return properties;
  }

  private static String registration() {
    return Json.createObjectBuilder()
        .add("name", "Contoso")
        .add("tenantId", sandbox.tenantId())
        .add("applicationId", sandbox.applicationId())
        .add("clientSecret", sandbox.clientSecret())
        .add("cloud", "sandbox")
        .build()
        .toString();
  }
}
