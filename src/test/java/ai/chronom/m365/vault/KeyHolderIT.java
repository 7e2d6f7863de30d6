package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server whose key file lies under a key of a keystore, and of a real PKCS#11 token. */
class KeyHolderIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration START_PATIENCE = Duration.ofSeconds(10);
  private static final String PASSWORD = "password-of-the-keystore";

  @TempDir Path directory;

  @Test
  void worksUnderAKeystore() throws Exception {
    secret("password.txt", PASSWORD);
    Map<String, String> holder = new TreeMap<>();
    holder.put(VaultConfig.KEY_FILE, path("keys.json").toString());
    holder.put(VaultConfig.KEY_HOLDER, "pkcs12");
    holder.put(VaultConfig.KEYSTORE_FILE, path("store.p12").toString());
    holder.put(VaultConfig.KEYSTORE_PASSWORD_FILE, path("password.txt").toString());
    String settings = settings(holder);
    tool("wrapping-key", settings);
    tool("create", settings);
    try (RunningServer server = RunningServer.start(holder)) {
      assertSealsAndRotates(server, "pkcs12");
      server.stop();
      Files.move(path("store.p12"), path("away.p12"));
      server.startAgain();
      await(START_PATIENCE, () -> server.get("/health/ready").statusCode() == 503);
      assertThat(Files.readString(server.log())).contains("store.p12", "does not exist");
      Files.move(path("away.p12"), path("store.p12"));
      await(START_PATIENCE, () -> server.get("/health/ready").statusCode() == 200);
      assertOpens(server);
      assertThat(Files.readString(server.log())).doesNotContain(PASSWORD);
    }
  }

  @Test
  void worksUnderAToken() throws Exception {
    SoftHsm token = new SoftHsm(directory);
    secret("pin.txt", SoftHsm.PIN);
    Map<String, String> holder = new TreeMap<>();
    holder.put(VaultConfig.KEY_FILE, path("keys.json").toString());
    holder.put(VaultConfig.KEY_HOLDER, "pkcs11");
    holder.put(VaultConfig.PKCS11_LIBRARY, SoftHsm.library().toString());
    holder.put(VaultConfig.PKCS11_SLOT, token.slot());
    holder.put(VaultConfig.PKCS11_PIN_FILE, path("pin.txt").toString());
    String settings = settings(holder);
    assertThat(token.tool("wrapping-key", settings)).doesNotContain("exit code");
    assertThat(token.tool("create", settings)).doesNotContain("exit code");
    try (RunningServer server = RunningServer.start(holder, token.environment())) {
      assertSealsAndRotates(server, "pkcs11");
      server.stop();
      server.startAgain();
      assertOpens(server);
    }
  }

  private void assertSealsAndRotates(RunningServer server, String word) throws IOException {
    connect(server);
    assertThat(server.get("/api/v1/vault").body()).contains("\"" + word + "\"");
    String added =
        server
            .call("POST", "/api/v1/vault/keys", "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String key = added.substring(added.lastIndexOf('/') + 1);
    assertThat(server.call("POST", "/api/v1/vault/keys/" + key + "/primary", "").statusCode())
        .isEqualTo(200);
    await(PATIENCE, () -> server.get("/api/v1/vault").body().contains("\"remaining\":0"));
    assertThat(Files.readString(path("keys.json")))
        .contains("encryptedKeyset")
        .doesNotContain("keyData");
  }

  /** After a restart: nothing is left in memory. */
  private static void assertOpens(RunningServer server) {
    int before = openings(server);
    server.call("POST", tenant(server) + "/verifications", "");
    await(PATIENCE, () -> openings(server) > before);
    await(PATIENCE, () -> server.get(tenant(server)).body().contains("\"verified\""));
  }

  private static void connect(RunningServer server) {
    SandboxTenant tenant = server.sandbox();
    String body =
        """
        {"name":"Contoso","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(tenant.tenantId(), tenant.applicationId(), tenant.clientSecret());
    assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
    await(PATIENCE, () -> server.get(tenant(server)).body().contains("\"verified\""));
  }

  private static String tenant(RunningServer server) {
    return "/api/v1/tenants/" + server.sandbox().tenantId();
  }

  /** How many of the latest events tell of an opened secret. */
  private static int openings(RunningServer server) {
    return server.get("/api/v1/audit?size=500").body().split("secret-opened", -1).length;
  }

  private static String tool(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new KeyTool(new PrintStream(told, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    return told.toString(StandardCharsets.UTF_8);
  }

  private String settings(Map<String, String> values) throws IOException {
    String lines =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
    return Files.writeString(path("holder.properties"), lines).toString();
  }

  private void secret(String file, String line) {
    new KeyFile("A test's secret", path(file)).create(line + "\n");
  }

  private Path path(String file) {
    return directory.resolve(file);
  }

  private static void await(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
