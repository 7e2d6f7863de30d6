package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A server and a sandbox of one's own, for tests that stop, break or replace what they run on. */
final class OwnStory implements AutoCloseable {
  final Sandbox sandbox;
  final RunningServer server;
  final Rest rest;

  private OwnStory(Sandbox sandbox, RunningServer server) {
    this.sandbox = sandbox;
    this.server = server;
    this.rest = new Rest(server);
  }

  /**
   * @param more configuration
   */
  static OwnStory start(Path directory, int users, Map<String, String> more) {
    Sandbox sandbox =
        Sandbox.start(SandboxOptions.in(directory.resolve("sandbox")).withUsers(users));
    Map<String, String> properties = new TreeMap<>();
    properties.put("chronom.sandbox.enabled", "false");
    properties.put("chronom.http.trusted-ca-file", sandbox.caFile().toString());
    properties.put("chronom.clouds.sandbox.display-name", "Sandbox");
    properties.put("chronom.clouds.sandbox.login-url", sandbox.loginUrl());
    properties.put("chronom.clouds.sandbox.graph-url", sandbox.graphUrl());
    properties.put("chronom.clouds.sandbox.report-hosts", sandbox.reportHost());
    properties.put("chronom.clouds.sandbox.portal-url", sandbox.portalUrl());
    properties.putAll(more);
    return new OwnStory(sandbox, RunningServer.start(properties));
  }

  void connect() {
    String registration =
        Json.createObjectBuilder()
            .add("name", "Contoso")
            .add("tenantId", sandbox.tenantId())
            .add("applicationId", sandbox.applicationId())
            .add("clientSecret", sandbox.clientSecret())
            .add("cloud", "sandbox")
            .build()
            .toString();
    assertThat(rest.call("POST", "/tenants", registration).statusCode()).isEqualTo(201);
  }

  /** The tenant's place below {@code /api/v1}. */
  String tenant() {
    return "/tenants/" + sandbox.tenantId();
  }

  /** Ordered now, and carried out under the stored secret. */
  JsonObject verified() {
    var answer = rest.call("POST", tenant() + "/verifications", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return rest.await(
        location.substring(location.indexOf("/api/v1") + "/api/v1".length()),
        found -> !found.getString("outcome", "").isEmpty());
  }

  @Override
  public void close() {
    server.close();
    sandbox.close();
  }
}
