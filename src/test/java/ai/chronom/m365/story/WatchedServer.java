package ai.chronom.m365.story;

import ai.chronom.m365.running.Ports;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.sandbox.wire.Site;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One server for all tests that look at what leaves it: over a PostgreSQL that tells everything,
 * with Microsoft and the mail server played in this process, so that each request can be counted.
 * It verifies every ten seconds. Each test leaves it running, whole, and without a tenant.
 */
final class WatchedServer {
  private static final WatchedServer SHARED = new WatchedServer();

  final Sandbox sandbox;
  final TalkativePostgres postgres;
  final GreenMail mailServer;

  /** Where the server puts temporary files, and nobody else does. */
  final Path temporary;

  final RunningServer server;
  final Rest rest;

  private WatchedServer() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
      Path directory = Files.createTempDirectory(parent, "watched-");
      sandbox = Sandbox.start(SandboxOptions.in(directory.resolve("sandbox")));
      postgres = TalkativePostgres.start(directory.resolve("postgresql"));
      mailServer =
          new GreenMail(new ServerSetup(Ports.free(1), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mailServer.start();
      temporary = Files.createDirectory(directory.resolve("tmp"));
      server = RunningServer.start(properties());
      rest = new Rest(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WatchedServer get() {
    return SHARED;
  }

  /** How this server is configured, for another one beside it. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("chronom.db.url", postgres.url());
    properties.put("chronom.db.user", postgres.user());
    properties.put("chronom.verification.interval", "PT10S");
    properties.put("chronom.sandbox.enabled", "false");
    properties.put("chronom.http.trusted-ca-file", sandbox.caFile().toString());
    properties.put("chronom.clouds.sandbox.display-name", "Sandbox");
    properties.put("chronom.clouds.sandbox.login-url", sandbox.loginUrl());
    properties.put("chronom.clouds.sandbox.graph-url", sandbox.graphUrl());
    properties.put("chronom.clouds.sandbox.report-hosts", sandbox.reportHost());
    properties.put("chronom.clouds.sandbox.portal-url", sandbox.portalUrl());
    properties.put("chronom.notifications.mail-to", "admins@example.com");
    properties.put("chronom.notifications.mail-from", "chronom@example.com");
    properties.put("chronom.notifications.smtp-host", "127.0.0.1");
    properties.put(
        "chronom.notifications.smtp-port", String.valueOf(mailServer.getSmtp().getPort()));
    properties.put("embedded.log-level", "FINEST");
    properties.put("embedded.jvm-options", "-Djava.io.tmpdir=" + temporary);
    return properties;
  }

  /** The address of Contoso below {@code /api/v1}. */
  String tenant() {
    return "/tenants/" + sandbox.tenantId();
  }

  HttpResponse<String> connect(String secret) {
    String form =
        Json.createObjectBuilder()
            .add("name", "Contoso")
            .add("tenantId", sandbox.tenantId())
            .add("applicationId", sandbox.applicationId())
            .add("clientSecret", secret)
            .add("cloud", "sandbox")
            .build()
            .toString();
    return rest.call("POST", "/tenants", form);
  }

  JsonObject awaitVerified() {
    return rest.await(
        tenant() + "/verifications/latest",
        found -> found.containsKey("outcome") && found.getString("outcome", "").equals("verified"));
  }

  void remove() {
    HttpResponse<String> answer = rest.call("DELETE", tenant(), "");
    if (answer.statusCode() != 204) {
      throw new AssertionError("the tenant was not removed: " + answer.body());
    }
  }

  /** Since the log was cleared. */
  List<RecordedRequest> tokenRequests() {
    return sandbox
        .requests()
        .matching(request -> request.site() == Site.LOGIN && request.path().endsWith("/token"));
  }
}
