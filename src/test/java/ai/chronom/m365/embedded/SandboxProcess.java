package ai.chronom.m365.embedded;

import ai.chronom.m365.sandbox.Sandbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sandbox as a process of its own, and what the product must know to reach it. */
final class SandboxProcess {
  private static final String READY = "SANDBOX READY ";
  private static final int START_SECONDS = 60;

  private final int port;
  private final JsonObject facts;

  private SandboxProcess(int port, JsonObject facts) {
    this.port = port;
    this.facts = facts;
  }

  static SandboxProcess start(Settings settings, DataDirectory data) throws InterruptedException {
    List<String> command =
        new ArrayList<>(Run.java("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dchronom.sandbox.port=" + settings.sandboxPort());
    command.add("-Dchronom.sandbox.users=" + settings.sandboxUsers());
    command.add("-Dchronom.sandbox.directory=" + data.sandbox());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), SandboxProcess.class.getName()));
    Child child =
        Child.start(
            "sandbox",
            command,
            line ->
                line.startsWith(READY)
                    ? Optional.of(line.substring(READY.length()))
                    : Optional.empty(),
            data.log().resolve("sandbox.log"));
    try (JsonReader json = Json.createReader(new StringReader(child.awaitAnswer(START_SECONDS)))) {
      return new SandboxProcess(settings.sandboxPort(), json.readObject());
    }
  }

  /** Main of the process: the sandbox itself, ended with its parent. */
  public static void main(String[] args) throws Exception {
    Run.endWithParent();
    Sandbox.main(args);
  }

  String tenantId() {
    return facts.getString("tenantId");
  }

  String applicationId() {
    return facts.getString("applicationId");
  }

  String clientSecret() {
    return facts.getString("clientSecret");
  }

  Path caFile() {
    return Path.of(facts.getString("caFile"));
  }

  String portalUrl() {
    return "http://localhost:" + (port + 3);
  }

  /** The cloud {@code sandbox}, as the product's configuration names it. */
  Map<String, String> cloud() {
    Map<String, String> cloud = new TreeMap<>();
    cloud.put("chronom.clouds.sandbox.display-name", "Sandbox (Contoso)");
    cloud.put("chronom.clouds.sandbox.login-url", "https://localhost:" + port);
    cloud.put("chronom.clouds.sandbox.graph-url", "https://localhost:" + (port + 1));
    cloud.put("chronom.clouds.sandbox.report-hosts", "localhost:" + (port + 2));
    cloud.put("chronom.clouds.sandbox.portal-url", portalUrl());
    return cloud;
  }
}
