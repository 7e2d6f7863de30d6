package ai.chronom.m365.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verifications over REST, in the running product, while the admin clicks in the portal. */
class VerificationIT {
  private static final int PATIENCE_SECONDS = 40;

  private static RunningServer server;
  private static SandboxTenant tenant;
  private static String path;

  @BeforeAll
  static void onboard() throws InterruptedException {
    server = RunningServer.start(Map.of());
    tenant = server.sandbox();
    path = "/api/v1/tenants/" + tenant.tenantId() + "/verifications";
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "Contoso")
            .add("tenantId", tenant.tenantId())
            .add("applicationId", tenant.applicationId())
            .add("clientSecret", tenant.clientSecret())
            .add("cloud", "sandbox")
            .build();
    HttpResponse<String> answer = server.call("POST", "/api/v1/tenants", body.toString());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(finished(path + "/latest").getString("trigger")).isEqualTo("onboarding");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void healthyTenantIsVerifiedWithThreeRequests() throws InterruptedException {
    JsonObject verification = verify();
    assertThat(verification.getString("outcome")).isEqualTo("verified");
    assertThat(verification.getString("trigger")).isEqualTo("on-demand");
    assertThat(verification.getInt("graphRequests")).isEqualTo(3);
    assertThat(verification.getJsonArray("permissions"))
        .hasSize(14)
        .allSatisfy(row -> assertThat(row.asJsonObject().getString("status")).isEqualTo("granted"));
    assertThat(verification.getJsonArray("registration")).hasSize(10);
  }

  @Test
  void startsWithinASecond() throws InterruptedException {
    JsonObject verification = verify();
    Duration wait =
        Duration.between(
            Instant.parse(verification.getString("requestedAt")),
            Instant.parse(verification.getString("startedAt")));
    assertThat(wait).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void revokedPermissionIsTheOnlyRowFlagged() throws InterruptedException {
    portal("permissions/revoke", "{\"value\":\"Reports.Read.All\"}");
    try {
      JsonObject verification = verify();
      assertThat(verification.getString("outcome")).isEqualTo("action-required");
      List<JsonObject> flagged =
          verification.getJsonArray("permissions").getValuesAs(JsonObject.class).stream()
              .filter(row -> !row.getString("status").equals("granted"))
              .toList();
      assertThat(flagged).hasSize(1);
      assertThat(flagged.get(0).getString("name")).isEqualTo("Reports.Read.All");
      assertThat(flagged.get(0).getString("status")).isEqualTo("consent-missing");
      assertThat(flagged.get(0).getString("effective")).isEqualTo("no");
      assertThat(flagged.get(0).getString("remedyLink")).contains(tenant.applicationId());
    } finally {
      portal("permissions/grant", "{\"value\":\"Reports.Read.All\"}");
    }
  }

  @Test
  void writingPermissionIsNamedByTheTypedClient() throws InterruptedException {
    portal("permissions/grant", "{\"value\":\"Directory.ReadWrite.All\"}");
    try {
      JsonObject verification = verify();
      JsonObject excess = verification.getJsonArray("excess").getJsonObject(0);
      assertThat(excess.getString("name")).isEqualTo("Directory.ReadWrite.All");
      assertThat(excess.getString("access")).isEqualTo("write");
      assertThat(verification.getString("outcome")).isEqualTo("action-required");
    } finally {
      portal("permissions/revoke", "{\"value\":\"Directory.ReadWrite.All\"}");
    }
  }

  @Test
  void blockedAppIsToldWithCodeAndRemedy() throws InterruptedException {
    portal("switches", "{\"name\":\"CONDITIONAL_ACCESS_BLOCK\",\"on\":\"true\"}");
    try {
      JsonObject verification = verify();
      assertThat(verification.getString("outcome")).isEqualTo("failed");
      JsonObject failure = verification.getJsonObject("failure");
      assertThat(failure.getString("code")).isEqualTo("AADSTS53003");
      assertThat(failure.getString("remedy")).contains("Conditional Access");
      assertThat(failure.getString("traceId")).hasSize(36);
    } finally {
      portal("switches", "{\"name\":\"CONDITIONAL_ACCESS_BLOCK\",\"on\":\"false\"}");
    }
  }

  @Test
  void verificationIsFoundBelowItsOwnTenantOnly() throws InterruptedException {
    String id = verify().getString("id");
    assertThat(server.get(path + "/" + id).statusCode()).isEqualTo(200);
    String elsewhere = "/api/v1/tenants/" + UUID.randomUUID() + "/verifications/";
    assertThat(server.get(elsewhere + id).statusCode()).isEqualTo(404);
    assertThat(server.get(path + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(server.call("POST", elsewhere, "").statusCode()).isEqualTo(404);
  }

  @Test
  void historyIsPaged() throws InterruptedException {
    verify();
    JsonObject page = json(server.get(path + "?size=1").body());
    assertThat(page.getJsonArray("items")).hasSize(1);
    assertThat(page.getInt("total")).isGreaterThan(1);
    assertThat(server.get(path + "?size=501").statusCode()).isEqualTo(400);
  }

  /** On demand, to its end. */
  private static JsonObject verify() throws InterruptedException {
    HttpResponse<String> answer = server.call("POST", path, "");
    assertThat(answer.statusCode()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return finished(URI.create(location).getPath());
  }

  private static JsonObject finished(String address) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
      HttpResponse<String> answer = server.get(address);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonObject verification = json(answer.body());
      if (verification.getString("state").equals("finished")) {
        return verification;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not finished after " + PATIENCE_SECONDS + " seconds: " + address);
  }

  private static void portal(String action, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(tenant.portal().resolve("/api/" + action))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(200);
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
