package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphFaultTest {
  private static final String INTUNE = "/v1.0/deviceManagement/deviceConfigurations";

  @ParameterizedTest
  @CsvSource({
    "403, Authorization_RequestDenied, NOT_PERMITTED",
    "403, Authentication_MSGraphPermissionMissing, NOT_PERMITTED",
    "403, accessDenied, NOT_PERMITTED",
    "401, generalException, NOT_PERMITTED",
    "401, InvalidAuthenticationToken, TOKEN_REJECTED",
    "403, Authentication_RequestFromNonPremiumTenantOrB2CTenant, LICENSE_MISSING",
    "403, missingLicense, LICENSE_MISSING",
    "403, insufficient_claims, OTHER",
    "404, Request_ResourceNotFound, NOT_FOUND",
    "429, TooManyRequests, THROTTLED",
    "500, generalException, UNAVAILABLE",
    "503, serviceNotAvailable, UNAVAILABLE",
    "501, NotImplemented, OTHER",
    "400, BadRequest, OTHER"
  })
  void codeAndStatusTellTheKind(int status, String code, RefusalKind kind) {
    assertThat(fault(status, code, "text").kind("/v1.0/users")).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403"})
  void tenantWithoutIntuneLacksTheService(int status) {
    GraphFault fault = fault(status, "BadRequest", "Request not applicable to target tenant.");
    assertThat(fault.kind(INTUNE)).isEqualTo(RefusalKind.SERVICE_ABSENT);
  }

  @Test
  void intuneThatOnlySaysForbiddenLacksTheService() {
    GraphFault fault = fault(401, "UnknownError", "{\"ErrorCode\":\"Forbidden\",\"Message\":\"\"}");
    assertThat(fault.kind(INTUNE)).isEqualTo(RefusalKind.SERVICE_ABSENT);
    assertThat(fault.tellingCode()).isEqualTo("Forbidden");
  }

  @Test
  void intuneThatNamesScopesMissesTheRole() {
    String inner =
        "{\"_version\":3,\"ErrorCode\":\"Forbidden\",\"Message\":\"Application must have one of the"
            + " following scopes: DeviceManagementApps.Read.All\"}";
    GraphFault fault = fault(403, "Forbidden", inner);
    assertThat(fault.kind(INTUNE)).isEqualTo(RefusalKind.NOT_PERMITTED);
    assertThat(fault.tellingMessage()).startsWith("Application must have");
  }

  @Test
  void intuneThatRedirectsNowhereLacksTheService() {
    assertThat(GraphFault.of(302, JsonObject.EMPTY_JSON_OBJECT).kind(INTUNE))
        .isEqualTo(RefusalKind.SERVICE_ABSENT);
    assertThat(GraphFault.of(302, JsonObject.EMPTY_JSON_OBJECT).kind("/v1.0/users"))
        .isEqualTo(RefusalKind.OTHER);
  }

  @Test
  void tenantWithoutSharePointLacksTheService() {
    assertThat(fault(400, "BadRequest", "Tenant does not have a SPO license.").kind("/v1.0/sites"))
        .isEqualTo(RefusalKind.SERVICE_ABSENT);
  }

  @Test
  void reportsHideTheirCodeInsideTheMessage() {
    String inner = "{\"error\":{\"code\":\"S2SUnauthorized\",\"message\":\"Invalid permission.\"}}";
    GraphFault fault = fault(403, "UnknownError", inner);
    assertThat(fault.kind("/v1.0/reports/x")).isEqualTo(RefusalKind.NOT_PERMITTED);
    assertThat(fault.tellingCode()).isEqualTo("S2SUnauthorized");
    assertThat(fault.tellingMessage()).isEqualTo("Invalid permission.");
  }

  @Test
  void requestIdIsFoundInBothSpellings() {
    JsonObject inner = Json.createObjectBuilder().add("request-id", "abc").build();
    JsonObject modern = Json.createObjectBuilder().add("innerError", inner).build();
    JsonObject older = Json.createObjectBuilder().add("innererror", inner).build();
    assertThat(GraphFault.of(400, wrapped(modern)).requestId()).isEqualTo("abc");
    assertThat(GraphFault.of(400, wrapped(older)).requestId()).isEqualTo("abc");
  }

  @Test
  void oddBodiesAreRead() {
    JsonObject odd = Json.createObjectBuilder().add("error", 5).build();
    assertThat(GraphFault.of(403, odd).kind("/v1.0/users")).isEqualTo(RefusalKind.NOT_PERMITTED);
    assertThat(GraphFault.of(403, odd).tellingCode()).isEmpty();
  }

  private static GraphFault fault(int status, String code, String message) {
    JsonObject error = Json.createObjectBuilder().add("code", code).add("message", message).build();
    return GraphFault.of(status, wrapped(error));
  }

  private static JsonObject wrapped(JsonObject error) {
    return Json.createObjectBuilder().add("error", error).build();
  }
}
