package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.tenant.Blade;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraErrorsTest {
  private static final EntraErrors TABLE = new EntraErrors();
  private static final Set<String> FORM =
      Set.of("tenantId", "applicationId", "clientSecret", "cloud");

  static Set<Integer> codes() {
    return TABLE.codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeSaysWhatItMeansAndWhatToDo(int code) {
    EntraError error =
        TABLE.read(400, body("invalid_request").add("error_codes", array(code)).build());
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.label()).isEqualTo("AADSTS" + code);
    assertThat(error.meaning()).endsWith(".");
    assertThat(error.remedy()).endsWith(".");
    error.field().ifPresent(field -> assertThat(FORM).contains(field));
  }

  /** The table once more, by hand: what a code means must not change by accident. */
  @ParameterizedTest
  @CsvSource({
    "90002, tenant-unknown, tenantId, OVERVIEW, check that the chosen cloud",
    "900023, tenant-malformed, tenantId, OVERVIEW, a GUID",
    "50059, tenant-not-named, tenantId, OVERVIEW, a GUID",
    "90019, tenant-not-named, tenantId, OVERVIEW, a GUID",
    "9001023, tenant-not-named, tenantId, OVERVIEW, a GUID",
    "50194, tenant-not-named, tenantId, OVERVIEW, a GUID",
    "50128, tenant-unknown, tenantId, OVERVIEW, a GUID",
    "90038, wrong-cloud, cloud, OVERVIEW, Choose the cloud",
    "900382, wrong-cloud, cloud, OVERVIEW, tenant's own cloud",
    "900432, wrong-cloud, cloud, OVERVIEW, tenant's own cloud",
    "700016, application-unknown, applicationId, OVERVIEW, Application (client) ID",
    "700011, application-unknown, applicationId, OVERVIEW, Application (client) ID",
    "7000229, no-enterprise-application, applicationId, API_PERMISSIONS, Grant admin consent",
    "70001, application-disabled, applicationId, OVERVIEW, Enable the app registration",
    "7000112, sign-in-disabled, applicationId, ENTERPRISE_APPLICATIONS, users to sign in to Yes",
    "1000031, application-restricted, applicationId, ENTERPRISE_APPLICATIONS, administrator",
    "7000215, secret-wrong, clientSecret, SECRETS, not its Secret ID",
    "70002, secret-wrong, clientSecret, SECRETS, not its Secret ID",
    "7000222, secret-expired, clientSecret, SECRETS, Create a new secret",
    "7000218, secret-missing, clientSecret, SECRETS, secret's Value",
    "700025, public-client, applicationId, AUTHENTICATION, Allow public client flows",
    "700027, certificate-rejected, clientSecret, SECRETS, Certificates & secrets",
    "700030, certificate-rejected, clientSecret, SECRETS, Certificates & secrets",
    "700024, certificate-rejected, clientSecret, SECRETS, clock",
    "50012, certificate-rejected, clientSecret, SECRETS, Certificates & secrets",
    "900144, request-rejected,,, fault of this program",
    "70003, request-rejected,,, fault of this program",
    "70011, graph-address-rejected, cloud,, Check the chosen cloud",
    "1002012, graph-address-rejected, cloud,, Check the chosen cloud",
    "28002, graph-address-rejected, cloud,, Check the chosen cloud",
    "28003, graph-address-rejected, cloud,, Check the chosen cloud",
    "700022, request-rejected, cloud,, fault of this program",
    "500011, graph-unknown, cloud,, Choose the cloud",
    "50001, graph-unknown, cloud,, Choose the cloud",
    "650052, service-not-subscribed, tenantId, API_PERMISSIONS, subscribe to the service",
    "650056, permissions-missing, applicationId, API_PERMISSIONS, Grant admin consent",
    "650057, permissions-missing, applicationId, API_PERMISSIONS, Grant admin consent",
    "65001, consent-missing, applicationId, API_PERMISSIONS, Grant admin consent",
    "90094, consent-missing, applicationId, API_PERMISSIONS, Grant admin consent",
    "65004, consent-refused, applicationId, API_PERMISSIONS, consent for the whole tenant",
    "53003, conditional-access, applicationId, CONDITIONAL_ACCESS, workload identities",
    "530032, conditional-access, applicationId, CONDITIONAL_ACCESS, workload identities",
    "53000, device-policy, applicationId, CONDITIONAL_ACCESS, Exempt the app",
    "50196, too-many-requests,,, Wait some minutes",
    "90055, too-many-requests,,, Wait some minutes",
    "90033, entra-unavailable,,, Wait some minutes",
    "90006, entra-unavailable,,, Wait some minutes",
    "90012, entra-unavailable,,, Wait some minutes",
    "90024, entra-unavailable,,, Wait some minutes",
    "90090, entra-unavailable,,, Wait some minutes",
    "50033, entra-unavailable,,, Wait some minutes",
    "50000, entra-unavailable,,, Microsoft's support"
  })
  void codeHasItsSlugFieldBladeAndRemedy(
      int code, String slug, String field, Blade blade, String remedy) {
    EntraError error = TABLE.read(400, body("x").add("error_codes", array(code)).build());
    assertThat(error.slug()).isEqualTo(slug);
    assertThat(error.formField()).isEqualTo(field);
    assertThat(error.blade()).isEqualTo(blade);
    assertThat(error.remedy()).contains(remedy);
  }

  @Test
  void tableHoldsExactlyTheCodesTestedHere() {
    assertThat(TABLE.codes()).hasSize(52);
  }

  @ParameterizedTest
  @ValueSource(ints = {50196, 90055, 90033, 90006, 90012, 90024, 90090, 50033, 50000})
  void entrasOwnTroubleIsTransient(int code) {
    assertThat(TABLE.read(400, body("x").add("error_codes", array(code)).build()).isTransient())
        .isTrue();
  }

  @Test
  void nothingElseIsTransient() {
    Set<Integer> transients =
        TABLE.codes().stream()
            .filter(
                code ->
                    TABLE
                        .read(400, body("x").add("error_codes", array(code)).build())
                        .isTransient())
            .collect(Collectors.toSet());
    assertThat(transients)
        .containsExactlyInAnyOrderElementsOf(
            List.of(50196, 90055, 90033, 90006, 90012, 90024, 90090, 50033, 50000));
  }

  @Test
  void readsWhatTheSupportAsksFor() {
    EntraError error =
        TABLE.read(
            401,
            body("invalid_client")
                .add("error_codes", array(7000215))
                .add("trace_id", "t")
                .add("correlation_id", "c")
                .add("timestamp", "2026-03-02 18:25:26Z")
                .build());
    assertThat(error.traceId()).isEqualTo("t");
    assertThat(error.correlationId()).isEqualTo("c");
    assertThat(error.timestamp()).isEqualTo(Instant.parse("2026-03-02T18:25:26Z"));
  }

  @Test
  void findsTheCodeInTheTextWhenTheListIsMissing() {
    JsonObject body =
        body("invalid_client").add("error_description", "AADSTS7000222: expired").build();
    assertThat(TABLE.read(401, body).code()).isEqualTo(7000222);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_client, 401, false, clientSecret",
    "invalid_request, 400, false,",
    "temporarily_unavailable, 400, true,",
    "server_error, 400, true,",
    "invalid_request, 503, true,",
    "invalid_request, 429, true,"
  })
  void unknownCodesKeepADefault(String word, int status, boolean isTransient, String field) {
    EntraError error = TABLE.read(status, body(word).add("error_codes", array(123456)).build());
    assertThat(error.code()).isEqualTo(123456);
    assertThat(error.isTransient()).isEqualTo(isTransient);
    assertThat(error.formField()).isEqualTo(field);
    assertThat(error.meaning()).isNotBlank();
  }

  @Test
  void oddBodiesAreRead() {
    JsonObject odd =
        Json.createObjectBuilder()
            .add("error", 7)
            .add("error_codes", "x")
            .add("timestamp", "now")
            .build();
    EntraError error = TABLE.read(400, odd);
    assertThat(error.code()).isZero();
    assertThat(error.label()).isEqualTo("unknown_error");
    assertThat(error.timestamp()).isNull();
  }

  private static JsonObjectBuilder body(String error) {
    return Json.createObjectBuilder().add("error", error);
  }

  private static jakarta.json.JsonArray array(int code) {
    return Json.createArrayBuilder().add(code).build();
  }
}
