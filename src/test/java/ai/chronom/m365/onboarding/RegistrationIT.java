package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting a tenant over REST, against the sandbox's Entra. */
class RegistrationIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final SandboxTenant CONTOSO = SERVER.sandbox();
  private static final String TENANT = "/api/v1/tenants/" + CONTOSO.tenantId();

  @AfterEach
  void removeTenant() {
    SERVER.call("DELETE", TENANT, "");
  }

  @Test
  void connectsATenantOnce() {
    HttpResponse<String> created = register(Map.of());
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith(TENANT);
    assertThat(json(created).getJsonObject("secret").getInt("version")).isEqualTo(1);
    assertThat(created.body()).doesNotContain(CONTOSO.clientSecret());
    assertProblem(register(Map.of()), 409, "tenant-exists");
  }

  @Test
  void findsTheTenantByItsDomain() {
    HttpResponse<String> created = register(Map.of("tenantId", "contoso.com"));
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created).getString("tenantId")).isEqualTo(CONTOSO.tenantId());
  }

  @ParameterizedTest
  @CsvSource({
    "clientSecret, wrong~wrong~wrong~wrong, AADSTS7000215",
    "applicationId, 11111111-2222-3333-4444-555555555555, AADSTS700016",
    "tenantId, 11111111-2222-3333-4444-555555555555, AADSTS90002"
  })
  void storesNothingThatEntraRejects(String field, String value, String code) {
    HttpResponse<String> refused = register(Map.of(field, value));
    assertProblem(refused, 422, "credentials-rejected");
    assertThat(json(refused).getString("aadsts")).isEqualTo(code);
    assertThat(json(refused).keySet()).contains("meaning", "remedy", "traceId", "correlationId");
    assertThat(SERVER.get(TENANT).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "tenantId, nonsense",
    "applicationId, nonsense",
    "clientSecret, 0e1f5b2a-9c57-4c5e-8f6b-1b2d3c4e5f60",
    "cloud, moon",
    "secretExpiresOn, 2020-01-01"
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    HttpResponse<String> refused = register(Map.of(field, value));
    assertProblem(refused, 400, "invalid-input");
    assertThat(json(refused).getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @Test
  void keepsTheOldSecretWhenEntraRejectsTheNew() {
    register(Map.of());
    assertProblem(replaceSecret("nope~nope~nope~nope"), 422, "credentials-rejected");
    assertThat(secretVersion(rename("Contoso"))).isEqualTo(1);
    assertThat(secretVersion(replaceSecret(CONTOSO.clientSecret()))).isEqualTo(2);
  }

  /** Both lock the tenant's job and its secret; in different orders they would block each other. */
  @Test
  void replacesTheSecretWhileItIsVerified() {
    register(Map.of());
    int version = 1;
    for (int round = 0; round < 10; round++) {
      SERVER.call("POST", TENANT + "/verifications", "");
      assertThat(secretVersion(replaceSecret(CONTOSO.clientSecret()))).isEqualTo(++version);
    }
  }

  @Test
  void renamesAndRemoves() {
    register(Map.of());
    HttpResponse<String> renamed = rename("  Contoso <b>Ltd</b> ");
    assertThat(json(renamed).getString("name")).isEqualTo("Contoso <b>Ltd</b>");
    assertProblem(rename("x".repeat(10_000)), 400, "invalid-input");
    assertThat(SERVER.call("DELETE", TENANT, "").statusCode()).isEqualTo(204);
    assertProblem(SERVER.call("DELETE", TENANT, ""), 404, "not-found");
  }

  @Test
  void leavesLinesInTheAuditTrail() {
    register(Map.of("clientSecret", "wrong~wrong~wrong~wrong"));
    register(Map.of());
    String trail = SERVER.get("/api/v1/audit?size=50").body();
    assertThat(trail)
        .contains("credentials-tried", "credentials-rejected", "tenant-onboarded", "secret-sealed")
        .doesNotContain("wrong~", CONTOSO.clientSecret());
  }

  @Test
  void givesTheGuideAsDataAndAsScripts() {
    JsonObject guide = json(SERVER.get("/api/v1/guide"));
    assertThat(guide.getJsonArray("permissions")).hasSize(14);
    for (var kind : guide.getJsonArray("scripts")) {
      String word = kind.toString().replace("\"", "");
      HttpResponse<String> script = SERVER.get("/api/v1/guide/scripts/" + word + "?cloud=us-gov");
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain");
    }
    assertProblem(SERVER.get("/api/v1/guide/scripts/cobol"), 404, "not-found");
    assertProblem(SERVER.get("/api/v1/guide/scripts/terraform?cloud=moon"), 400, "invalid-input");
  }

  private static HttpResponse<String> register(Map<String, String> changed) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("name", "Contoso")
            .add("tenantId", CONTOSO.tenantId())
            .add("applicationId", CONTOSO.applicationId())
            .add("clientSecret", CONTOSO.clientSecret())
            .add("cloud", "sandbox");
    changed.forEach(body::add);
    return SERVER.call("POST", "/api/v1/tenants", body.build().toString());
  }

  private static HttpResponse<String> replaceSecret(String secret) {
    return SERVER.call("PUT", TENANT + "/secret", "{\"clientSecret\":\"" + secret + "\"}");
  }

  private static HttpResponse<String> rename(String name) {
    return SERVER.call(
        "PATCH", TENANT, Json.createObjectBuilder().add("name", name).build().toString());
  }

  private static int secretVersion(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).getJsonObject("secret").getInt("version");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("type")).endsWith("/" + slug);
  }
}
