package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of the key file of one real server, from its first rotation to a start without it. */
@TestMethodOrder(OrderAnnotation.class)
class MasterKeyIT {
  private static final Duration WARNING_PATIENCE = Duration.ofSeconds(60);
  private static final Duration START_PATIENCE = Duration.ofSeconds(10);
  private static final String READY = "/health/ready";

  private static RunningServer server;

  @BeforeAll
  static void connectTheSandbox() {
    server = RunningServer.start(Map.of());
    SandboxTenant tenant = server.sandbox();
    String body =
        """
        {"name":"Contoso","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(tenant.tenantId(), tenant.applicationId(), tenant.clientSecret());
    assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  @Order(1)
  void rotatesByTheScriptOfOperations() throws Exception {
    Told told = script("rotate");
    assertThat(told.code()).as(told.text()).isZero();
    assertThat(told.text()).contains("Added the key", "seals", "Dropped the key");
    assertThat(state()).contains("\"remaining\":0", "\"dropped\"", "\"primary\"");
    assertThat(server.get("/metrics").body()).contains("chronom_vault_reseal_remaining 0.0");
  }

  @Test
  @Order(2)
  void refusesByTheScriptWhatTheProductRefuses() throws Exception {
    String primary = state().replaceAll("(?s).*\"primaryKeyId\":(\\d+).*", "$1");
    Told told = script("drop", primary);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.text()).contains("409", "key-in-use").doesNotContain(server.apiToken());
  }

  @Test
  @Order(3)
  void worksOnAndWarnsWhenItsKeyFileIsGone() throws IOException {
    Files.move(keyFile(), kept());
    await(WARNING_PATIENCE, () -> ready().body().contains("DEGRADED"));
    assertThat(ready().statusCode()).isEqualTo(200);
    assertThat(state()).contains("\"degraded\"", "backup");
    int before = openings();
    String path = "/api/v1/tenants/" + server.sandbox().tenantId() + "/verifications";
    await(WARNING_PATIENCE, () -> server.call("POST", path, "").statusCode() == 202);
    await(WARNING_PATIENCE, () -> openings() > before);
  }

  @Test
  @Order(4)
  void staysShutWithAnotherKeyUntilTheRightOneIsThere() throws IOException {
    server.stop();
    new KeyFile("A test's key file", keyFile()).create(KeySet.fresh().clear());
    server.startAgain();
    await(START_PATIENCE, () -> ready().statusCode() == 503);
    assertThat(server.get("/api/v1/tenants").statusCode()).isEqualTo(503);
    assertThat(Files.readString(server.log())).contains("but this database needs the keys");
    Files.move(kept(), keyFile(), StandardCopyOption.REPLACE_EXISTING);
    await(START_PATIENCE, () -> ready().statusCode() == 200);
    // Degraded for a while: H2 closes before the stopped node can take back what it reported.
    assertThat(state()).doesNotContain("\"shut\"");
    assertThat(openings()).isGreaterThan(1);
  }

  /** What the script of operations said, and its exit code. */
  private record Told(String text, int code) {}

  private static Told script(String... arguments) throws IOException, InterruptedException {
    Path token = Files.writeString(server.dataDirectory().resolve("t.txt"), server.apiToken());
    List<String> command = new ArrayList<>(List.of("sh", "server-config/keys/vault-keys.sh"));
    command.addAll(List.of(arguments));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("PRODUCT_URL", server.url("/").toString());
    script.environment().put("PRODUCT_TOKEN_FILE", token.toString());
    Process running = script.start();
    String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Told(text, running.waitFor());
  }

  private static HttpResponse<String> ready() {
    return server.send(HttpRequest.newBuilder(server.url(READY)).build());
  }

  private static String state() {
    HttpResponse<String> answer = server.get("/api/v1/vault");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** How often the audit trail's latest lines tell of an opened secret. */
  private static int openings() {
    return server.get("/api/v1/audit?size=500").body().split("secret-opened", -1).length;
  }

  private static Path keyFile() {
    return server.dataDirectory().resolve("vault-keys.json");
  }

  private static Path kept() {
    return server.dataDirectory().resolve("kept.json");
  }

  private static void await(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
