package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import ai.chronom.m365.sandbox.OwnCertificate;
import ai.chronom.m365.story.Canary;
import ai.chronom.m365.vault.SealedHoard;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Certificates in the place of a secret over REST, against the sandbox's Entra. */
class CertificateIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final SandboxTenant CONTOSO = SERVER.sandbox();
  private static final String TENANT = "/api/v1/tenants/" + CONTOSO.tenantId();
  private static final String PASSWORD = "open-sesame-canary-4711";
  private static final OwnCertificate OWN =
      OwnCertificate.rsa(
          Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(20)));

  private final List<String> answers = new ArrayList<>();

  @AfterEach
  void removeTenant() {
    SERVER.call("DELETE", TENANT, "");
    json(SERVER.get("/api/v1/certificates"))
        .getJsonArray("items")
        .forEach(
            each ->
                SERVER.call(
                    "DELETE", "/api/v1/certificates/" + each.asJsonObject().getString("id"), ""));
  }

  @Test
  void connectsByAGeneratedCertificateOnceItIsUploaded() {
    JsonObject generated = json(call("POST", "/api/v1/certificates", "{}"));
    String id = generated.getString("id");
    String body = tenant().add("certificateId", id).build().toString();
    JsonObject refused = json(call("POST", "/api/v1/tenants", body));
    assertThat(refused.getInt("status")).isEqualTo(422);
    assertThat(refused.getString("aadsts")).isEqualTo("AADSTS700027");
    assertThat(refused.getString("field")).isEqualTo("certificateId");

    upload(generated.getString("certificate"));
    HttpResponse<String> created = call("POST", "/api/v1/tenants", body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonObject secret = json(created).getJsonObject("secret");
    assertThat(secret.getString("kind")).isEqualTo("certificate");
    assertThat(secret.getString("thumbprint")).isEqualTo(generated.getString("thumbprint"));
    assertThat(secret.containsKey("hint")).isFalse();
    assertThat(secret.getInt("daysLeft")).isBetween(364, 365);
    assertThat(SERVER.get("/api/v1/certificates/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void replacesASecretByAnUploadedFileAndWarnsOfItsEnd() throws Exception {
    call("POST", "/api/v1/tenants", tenant().add("clientSecret", CONTOSO.clientSecret()));
    assertField(put(OWN.pkcs12(PASSWORD), "wrong"), 400, "pkcs12Password");
    assertField(put(OWN.der(), PASSWORD), 400, "pkcs12");
    assertField(put(OWN.pkcs12(PASSWORD), PASSWORD), 422, "pkcs12");
    assertThat(secret().getInt("version")).isEqualTo(1);

    upload(OWN.pem());
    assertThat(put(OWN.pkcs12(PASSWORD), PASSWORD).statusCode()).isEqualTo(200);
    assertThat(secret().getInt("version")).isEqualTo(2);
    assertThat(secret().getString("kind")).isEqualTo("certificate");
    assertThat(secret().getString("state")).isEqualTo("expiring");
    assertThat(secret().getString("warning")).isEqualTo("30-days");
    assertThat(call("POST", TENANT + "/verifications", "").statusCode()).isEqualTo(202);
    answers.add(SERVER.get("/api/v1/audit?size=100").body());
    assertNothingLeaked();
  }

  @Test
  void takesOneCredentialOnly() {
    assertField(
        call(
            "POST",
            "/api/v1/tenants",
            tenant()
                .add("clientSecret", CONTOSO.clientSecret())
                .add("certificateId", "00000000-0000-4000-8000-000000000001")),
        400,
        "certificateId");
  }

  /** In answers, in the log and in the files of the database. */
  private void assertNothingLeaked() {
    Canary flock =
        Canary.flock(
            Map.of(
                "password",
                new Canary(PASSWORD),
                "private key",
                Canary.ofBytes(SealedHoard.exponent((RSAPrivateKey) OWN.key()))));
    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(flock.in("answer", answer)).isEmpty());
    Path data = SERVER.dataDirectory();
    assertThat(flock.below(data, data.resolve("sandbox"))).isEmpty();
    SERVER.databaseFile().ifPresent(file -> assertThat(flock.in(file)).isEmpty());
  }

  private HttpResponse<String> put(byte[] file, String password) {
    return call(
        "PUT",
        TENANT + "/certificate",
        Json.createObjectBuilder()
            .add("pkcs12", Base64.getEncoder().encodeToString(file))
            .add("pkcs12Password", password));
  }

  private JsonObject secret() {
    return json(SERVER.get(TENANT)).getJsonObject("secret");
  }

  private static JsonObjectBuilder tenant() {
    return Json.createObjectBuilder()
        .add("name", "Contoso")
        .add("tenantId", CONTOSO.tenantId())
        .add("applicationId", CONTOSO.applicationId())
        .add("cloud", "sandbox");
  }

  private HttpResponse<String> call(String method, String path, JsonObjectBuilder body) {
    return call(method, path, body.build().toString());
  }

  private HttpResponse<String> call(String method, String path, String body) {
    HttpResponse<String> answer = SERVER.call(method, path, body);
    answers.add(answer.headers().map() + answer.body());
    return answer;
  }

  /** As an administrator does in the portal. */
  private static void upload(String pem) {
    String file = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    HttpResponse<String> answer =
        SERVER.send(
            HttpRequest.newBuilder(CONTOSO.portal().resolve("/api/certificates/upload"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "certificate=" + URLEncoder.encode(file, StandardCharsets.UTF_8)))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void assertField(HttpResponse<String> refused, int status, String field) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
    assertThat(json(refused).getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
