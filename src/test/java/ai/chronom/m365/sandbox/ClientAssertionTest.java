package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.registration.KeyCredential;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates instead of a secret, as Entra takes and refuses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientAssertionTest {
  private static final Instant NOW = Instant.now();
  private static final OwnCertificate GOOD =
      OwnCertificate.rsa(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(90)));
  private static final OwnCertificate STRANGER =
      OwnCertificate.rsa(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(90)));

  private Path directory;
  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeAll
  void start(@TempDir Path kept) {
    directory = kept;
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    client = new SandboxClient(sandbox);
    sandbox.registration().addCertificate("Chronom", GOOD.base64());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void msalGetsATokenWithACertificate() throws Exception {
    ConfidentialClientApplication app =
        ConfidentialClientApplication.builder(
                sandbox.applicationId(),
                ClientCredentialFactory.createFromCertificate(GOOD.key(), GOOD.certificate()))
            .authority(sandbox.loginUrl() + "/" + sandbox.tenantId() + "/")
            .validateAuthority(false)
            .instanceDiscovery(false)
            .sslSocketFactory(sandbox.clientContext().getSocketFactory())
            .build();
    Set<String> scope = Set.of(sandbox.graphUrl() + "/.default");
    String token =
        app.acquireToken(ClientCredentialParameters.builder(scope).build())
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .accessToken();
    assertThat(client.get(token, "/v1.0/subscribedSkus").statusCode()).isEqualTo(200);
  }

  @Test
  void ownAssertionIsTaken() {
    assertThat(answer(GOOD, header(GOOD), claims()).statusCode()).isEqualTo(200);
  }

  @Test
  void strangersKeyIsNotFound() {
    assertRefused(answer(STRANGER, header(STRANGER), claims()), 700027, "The key was not found.");
  }

  @Test
  void strangersSignatureIsRefused() {
    assertRefused(answer(STRANGER, header(GOOD), claims()), 700027, "did not match");
  }

  @Test
  void expiredCertificateIsToldApart() {
    OwnCertificate expired =
        OwnCertificate.rsa(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
    sandbox.registration().addCertificate("old", expired.base64());
    assertRefused(answer(expired, header(expired), claims()), 700027, "The key used is expired.");
  }

  @ParameterizedTest
  @CsvSource({
    "aud, https://elsewhere.example/token, 700023",
    "iss, 00000000-1111-2222-3333-444444444444, 700021",
    "sub, 00000000-1111-2222-3333-444444444444, 700021",
    "jti, '', 50027"
  })
  void spoiledClaimHasItsCode(String name, String value, int code) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    assertRefused(answer(GOOD, header(GOOD), claims), code, "");
  }

  @Test
  void staleAssertionIsOutOfTime() {
    Map<String, Object> claims = claims();
    claims.put("exp", NOW.minus(Duration.ofHours(1)).getEpochSecond());
    assertRefused(answer(GOOD, header(GOOD), claims), 700024, "within its valid time range");
  }

  @Test
  void nonsenseIsMalformed() {
    assertRefused(send("x.y.z"), 50027, "");
    assertRefused(send("nonsense"), 50027, "");
  }

  @Test
  void certificatesSurviveARestartAndShowInGraph() {
    try (Sandbox again = Sandbox.start(SandboxOptions.in(directory))) {
      assertThat(again.registration().certificates())
          .extracting(KeyCredential::thumbprint)
          .contains(sandbox.registration().certificates().get(0).thumbprint());
    }
    JsonNode key =
        client
            .json(
                client.token(),
                "/v1.0/applications(appId='"
                    + sandbox.applicationId()
                    + "')?$select=keyCredentials")
            .path("keyCredentials")
            .get(0);
    assertThat(key.path("displayName").asText()).isEqualTo("Chronom");
    assertThat(Base64.getDecoder().decode(key.path("customKeyIdentifier").asText())).hasSize(20);
    assertThat(key.path("key").isNull()).isTrue();
  }

  @Test
  void uploadTakesPemAndRefusesWhatIsNoCertificate() {
    String pem =
        Base64.getEncoder().encodeToString(STRANGER.pem().getBytes(StandardCharsets.US_ASCII));
    KeyCredential added = sandbox.registration().addCertificate("", pem);
    assertThat(added.displayName()).isEqualTo("CN=Chronom test");
    sandbox.registration().deleteCertificate(added.keyId());
    assertThatThrownBy(() -> sandbox.registration().addCertificate("", "bm9uc2Vuc2U="))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Map<String, Object> header(OwnCertificate named) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(named.der());
      return new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT", "x5t#S256", base64(digest)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", sandbox.loginUrl() + "/" + sandbox.tenantId() + "/oauth2/v2.0/token");
    claims.put("iss", sandbox.applicationId());
    claims.put("sub", sandbox.applicationId());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("nbf", NOW.minusSeconds(60).getEpochSecond());
    claims.put("exp", NOW.plusSeconds(600).getEpochSecond());
    return claims;
  }

  private HttpResponse<String> answer(
      OwnCertificate signer, Map<String, Object> header, Map<String, Object> claims) {
    String signed = base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.key());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return send(signed + "." + base64(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String assertion) {
    Map<String, String> form = client.tokenForm();
    form.remove("client_secret");
    form.put("client_assertion", assertion);
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    return client.requestToken(sandbox.tenantId(), form);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void assertRefused(HttpResponse<String> answer, int code, String sentence) {
    JsonNode body = Json.read(answer.body());
    assertThat(body.path("error_codes").path(0).asInt()).as(answer.body()).isEqualTo(code);
    assertThat(body.path("error_description").asText()).contains(sentence);
  }
}
