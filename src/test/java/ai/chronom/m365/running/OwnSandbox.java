package ai.chronom.m365.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sandbox beside a full server: a process of its own that ends with this one. */
final class OwnSandbox {
  private static final String READY = "SANDBOX READY ";

  private final int port;
  private final Process process;
  private final JsonObject facts;

  private OwnSandbox(int port, Process process, JsonObject facts) {
    this.port = port;
    this.process = process;
    this.facts = facts;
  }

  static OwnSandbox start(Path directory) throws IOException {
    int port = Ports.free(4);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-Dchronom.sandbox.port=" + port,
                    "-Dchronom.sandbox.users=120",
                    "-Dchronom.sandbox.directory=" + directory,
                    "-cp",
                    classPath,
                    "ai.chronom.m365.embedded.SandboxProcess"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        try (JsonReader json =
            Json.createReader(new StringReader(line.substring(READY.length())))) {
          return new OwnSandbox(port, process, json.readObject());
        }
      }
    }
    throw new IllegalStateException("the sandbox ended before it was ready");
  }

  /** What the product's configuration must say to reach it. */
  Map<String, String> configuration() {
    Map<String, String> keys = new TreeMap<>();
    keys.put("chronom.http.trusted-ca-file", facts.getString("caFile"));
    keys.put("chronom.clouds.sandbox.display-name", "Sandbox (Contoso)");
    keys.put("chronom.clouds.sandbox.login-url", "https://localhost:" + port);
    keys.put("chronom.clouds.sandbox.graph-url", "https://localhost:" + (port + 1));
    keys.put("chronom.clouds.sandbox.report-hosts", "localhost:" + (port + 2));
    keys.put("chronom.clouds.sandbox.portal-url", portal().toString());
    return keys;
  }

  SandboxTenant tenant() {
    return new SandboxTenant(
        facts.getString("tenantId"),
        facts.getString("applicationId"),
        facts.getString("clientSecret"),
        portal());
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  private URI portal() {
    return URI.create("http://localhost:" + (port + 3));
  }
}
