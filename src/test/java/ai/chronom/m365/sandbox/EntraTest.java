package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntraTest {
  private Path directory;
  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeAll
  void start(@TempDir Path kept) {
    directory = kept;
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    client = new SandboxClient(sandbox);
  }

  @BeforeEach
  void everythingAsAtFirst() {
    sandbox.registration().grantAdminConsent();
    for (Switch each : Switch.values()) {
      sandbox.registration().set(each, each.initially());
    }
    if (sandbox.clientSecret().isEmpty()) {
      sandbox.registration().createSecret("next", Duration.ofDays(1));
    }
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Nested
  class Tokens {
    @Test
    void holdOnlyConsentedApplicationRoles() {
      sandbox.registration().revoke(Permissions.role("Sites.Read.All"));

      JsonNode claims = claims(client.token());

      assertThat(claims.path("roles")).hasSize(12);
      assertThat(claims.path("roles").toString())
          .contains("Directory.Read.All")
          .doesNotContain("Sites.Read.All", "User.Read\"");
      assertThat(claims.path("idtyp").asText()).isEqualTo("app");
      assertThat(claims.path("tid").asText()).isEqualTo(sandbox.tenantId());
      assertThat(claims.path("appid").asText()).isEqualTo(sandbox.applicationId());
    }

    @Test
    void haveNoRolesClaimWithoutConsent() {
      sandbox.registration().granted().keySet().forEach(sandbox.registration()::revoke);

      assertThat(claims(client.token()).has("roles")).isFalse();
    }

    @Test
    void keepTheirRolesAfterARevocation() {
      String before = client.token();
      sandbox.registration().revoke(Permissions.role("Directory.Read.All"));

      assertThat(client.get(before, "/v1.0/subscribedSkus").statusCode()).isEqualTo(200);
      assertThat(client.get(client.token(), "/v1.0/subscribedSkus").statusCode()).isEqualTo(403);
    }

    @Test
    void liveSixtyToNinetyMinutes() {
      JsonNode answer =
          Json.read(client.requestToken(sandbox.tenantId(), client.tokenForm()).body());

      assertThat(answer.path("expires_in").asInt()).isBetween(3600, 5400);
      assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
    }

    @Test
    void areRefusedByGraphWhenAltered() {
      String[] part = client.token().split("\\.");
      String claims =
          new String(Base64.getUrlDecoder().decode(part[1]), StandardCharsets.UTF_8)
              .replace("Sites.Read.All", "Sites.FullControl.All");
      String forged =
          part[0]
              + "."
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
              + "."
              + part[2];

      HttpResponse<String> answer = client.get(forged, "/v1.0/subscribedSkus");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("InvalidAuthenticationToken");
    }

    @Test
    void areIssuedForTheVerifiedDomainToo() {
      assertThat(client.requestToken(Registration.DOMAIN, client.tokenForm()).statusCode())
          .isEqualTo(200);
    }
  }

  @Nested
  class Errors {
    @ParameterizedTest
    @CsvSource({
      "client_id, 00000000-1111-2222-3333-444444444444, 700016, unauthorized_client, 400",
      "client_secret, wrong~secret, 7000215, invalid_client, 401",
      "client_secret, '', 7000218, invalid_client, 401",
      "scope, nonsense, 70011, invalid_scope, 400",
      "scope, https://localhost/User.Read, 1002012, invalid_scope, 400",
      "scope, https://graph.microsoft.us/.default, 500011, invalid_resource, 400",
      "scope, '', 900144, invalid_request, 400",
      "grant_type, password, 70003, unsupported_grant_type, 400",
    })
    void oneSpoiledFieldHasItsCode(String field, String value, int code, String error, int status) {
      Map<String, String> form = client.tokenForm();
      form.put(field, value);

      assertRefused(client.requestToken(sandbox.tenantId(), form), code, error, status);
    }

    @ParameterizedTest
    @CsvSource({
      "00000000-1111-2222-3333-444444444444, 90002",
      "fabrikam.com, 90002",
      "not_a_tenant, 900023",
      "common, 9001023"
    })
    void tenantsThatAreNone(String tenant, int code) {
      assertRefused(client.requestToken(tenant, client.tokenForm()), code, "invalid_request", 400);
    }

    @ParameterizedTest
    @CsvSource({
      "ENTERPRISE_APPLICATION_PRESENT, false, 7000229, invalid_client, 401",
      "SIGN_IN_ENABLED, false, 7000112, unauthorized_client, 400",
      "APPLICATION_ENABLED, false, 70001, unauthorized_client, 400",
      "CONDITIONAL_ACCESS_BLOCK, true, 53003, access_denied, 400",
      "ENTRA_THROTTLED, true, 50196, invalid_grant, 400",
      "ENTRA_DOWN, true, 90033, temporarily_unavailable, 503"
    })
    void statesOfTheTenant(Switch which, boolean on, int code, String error, int status) {
      sandbox.registration().set(which, on);

      assertRefused(
          client.requestToken(sandbox.tenantId(), client.tokenForm()), code, error, status);
    }

    @Test
    void expiredSecret() {
      Map<String, String> form = client.tokenForm();
      Secret secret = sandbox.registration().workingSecret().orElseThrow();
      sandbox.registration().expireSecret(secret.keyId());

      assertRefused(client.requestToken(sandbox.tenantId(), form), 7000222, "invalid_client", 401);
    }

    @Test
    void secretIdInPlaceOfTheValue() {
      Map<String, String> form = client.tokenForm();
      form.put("client_secret", sandbox.registration().secrets().get(0).keyId());

      assertRefused(client.requestToken(sandbox.tenantId(), form), 7000215, "invalid_client", 401);
    }

    private void assertRefused(HttpResponse<String> answer, int code, String error, int status) {
      JsonNode body = Json.read(answer.body());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(body.path("error").asText()).isEqualTo(error);
      assertThat(body.path("error_codes").get(0).asInt()).isEqualTo(code);
      assertThat(body.path("error_description").asText())
          .startsWith("AADSTS" + code + ": ")
          .contains("\r\nTrace ID: " + body.path("trace_id").asText())
          .contains("\r\nCorrelation ID: " + body.path("correlation_id").asText());
    }
  }

  @Nested
  class Discovery {
    @Test
    void resolvesTheDomainToTheTenantId() {
      HttpResponse<String> answer =
          client.fetch(sandbox.loginUrl() + "/contoso.com/v2.0/.well-known/openid-configuration");

      assertThat(Json.read(answer.body()).path("issuer").asText())
          .isEqualTo(sandbox.loginUrl() + "/" + sandbox.tenantId() + "/v2.0");
    }

    @Test
    void refusesAnUnknownTenant() {
      HttpResponse<String> answer =
          client.fetch(sandbox.loginUrl() + "/fabrikam.com/v2.0/.well-known/openid-configuration");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("AADSTS90002");
    }
  }

  @Nested
  class Restart {
    @Test
    void keepsCredentialsAndConsent() {
      Map<String, Object> before = sandbox.coordinates();
      sandbox.registration().revoke(Permissions.role("Reports.Read.All"));

      try (Sandbox again = Sandbox.start(SandboxOptions.in(directory))) {
        assertThat(again.coordinates())
            .containsAllEntriesOf(
                Map.of(
                    "tenantId", before.get("tenantId"),
                    "applicationId", before.get("applicationId"),
                    "clientSecret", before.get("clientSecret")));
        assertThat(again.registration().grantedRoles())
            .hasSize(12)
            .doesNotContain("Reports.Read.All");
      }
    }
  }

  @Nested
  class Msal {
    @Test
    void getsAToken() throws Exception {
      IAuthenticationResult result = acquire(sandbox.clientSecret());

      assertThat(claims(result.accessToken()).path("roles")).hasSize(13);
    }

    @Test
    void seesTheErrorCode() {
      Assertions.assertThatThrownBy(() -> acquire("wrong"))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              MsalServiceException.class,
              e -> assertThat(e.errorCode()).isEqualTo("invalid_client"))
          .hasMessageContaining("AADSTS7000215");
    }

    private IAuthenticationResult acquire(String secret) throws Exception {
      ConfidentialClientApplication app =
          ConfidentialClientApplication.builder(
                  sandbox.applicationId(), ClientCredentialFactory.createFromSecret(secret))
              .authority(sandbox.loginUrl() + "/" + sandbox.tenantId() + "/")
              .validateAuthority(false)
              .instanceDiscovery(false)
              .sslSocketFactory(sandbox.clientContext().getSocketFactory())
              .build();
      Set<String> scope = Set.of(sandbox.graphUrl() + "/.default");
      return app.acquireToken(ClientCredentialParameters.builder(scope).build())
          .orTimeout(Duration.ofSeconds(10).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
          .join();
    }
  }

  private static JsonNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return Json.read(new String(payload, StandardCharsets.UTF_8));
  }
}
