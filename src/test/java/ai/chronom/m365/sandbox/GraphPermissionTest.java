package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphPermissionTest {
  private static final String ANY_INTUNE =
      "DeviceManagementApps.Read.All DeviceManagementConfiguration.Read.All"
          + " DeviceManagementManagedDevices.Read.All DeviceManagementServiceConfig.Read.All";
  private Sandbox sandbox;
  private SandboxClient client;
  private final Map<String, String> aloneByRole = new HashMap<>();

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    client = new SandboxClient(sandbox);
    takeTokens();
  }

  @BeforeEach
  void everythingConsented() {
    sandbox.registration().grantAdminConsent();
    for (Switch each : Switch.values()) {
      sandbox.registration().set(each, each.initially());
    }
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  /**
   * Roles that open a path, each tried alone in a token of its own; said here a second time, on
   * purpose.
   */
  @ParameterizedTest
  @CsvSource({
    "/v1.0/subscribedSkus?$select=skuId, Directory.Read.All",
    "/v1.0/identityGovernance/termsOfUse/agreements?$top=1&$select=id, Agreement.Read.All",
    "/v1.0/auditLogs/signIns?$top=1&$select=id, AuditLog.Read.All",
    "/v1.0/reports/getOffice365ActivationCounts, Reports.Read.All",
    "/v1.0/sites/root?$select=id, Sites.Read.All",
    "/v1.0/sites/root/termStore, TermStore.Read.All",
    "/v1.0/deviceAppManagement/mobileApps?$top=1, DeviceManagementApps.Read.All",
    "/v1.0/deviceManagement/deviceConfigurations?$top=1, DeviceManagementConfiguration.Read.All",
    "/v1.0/deviceManagement/troubleshootingEvents?$top=1, DeviceManagementManagedDevices.Read.All",
    "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities?$top=1, DeviceManagementServiceConfig.Read.All",
    "/v1.0/security/cases/ediscoveryCases?$top=1, eDiscovery.Read.All",
    "/beta/security/informationProtection/sensitivityLabels?$top=1, InformationProtectionPolicy.Read.All",
    "/v1.0/security/secureScores?$top=1, SecurityEvents.Read.All",
    "/v1.0/users?$top=1, Directory.Read.All " + ANY_INTUNE,
    "/v1.0/organization, Directory.Read.All DeviceManagementConfiguration.Read.All DeviceManagementServiceConfig.Read.All",
    "/v1.0/auditLogs/directoryAudits?$top=1, Directory.Read.All AuditLog.Read.All",
    "/v1.0/deviceManagement, " + ANY_INTUNE,
    "/v1.0/deviceManagement/managedDevices, DeviceManagementConfiguration.Read.All DeviceManagementManagedDevices.Read.All",
    "/v1.0/admin/reportSettings, ''"
  })
  void opensToTheseRolesAlone(String path, String roles) {
    Set<String> expected =
        Set.of(roles.split(" ")).stream().filter(r -> !r.isEmpty()).collect(Collectors.toSet());

    Set<String> opened =
        Permissions.REQUIRED.stream()
            .filter(Permission::isApplication)
            .filter(role -> client.get(aloneByRole.get(role.value()), path).statusCode() < 400)
            .map(Permission::value)
            .collect(Collectors.toSet());

    assertThat(opened).isEqualTo(expected);
  }

  /** Each in a token of its own; the others' tokens are refused as their services refuse. */
  @ParameterizedTest
  @CsvSource({
    "/v1.0/admin/reportSettings, ReportSettings.Read.All, UnknownError",
    "/v1.0/places/microsoft.graph.room, Place.Read.All, ErrorAccessDenied",
    "/v1.0/admin/teams/userConfigurations, TeamsUserConfiguration.Read.All, Forbidden",
    "'/v1.0/communications/callRecords/getPstnCalls(fromDateTime=2026-09-01,toDateTime=2026-11-01)',"
        + " CallRecord-PstnCalls.Read.All, Forbidden",
    "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances,"
        + " RoleManagement.Read.Directory, PermissionScopeNotGranted",
    "/v1.0/identity/conditionalAccess/policies, Policy.Read.All, AccessDenied"
  })
  void whatIsOptionalOpensToItsOwnRoleOnly(String path, String role, String code) {
    String everythingElse = tokenWith(allBut(role));

    assertThat(client.get(tokenWith(role), path).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = client.get(everythingElse, path);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Json.read(refused.body()).path("error").path("code").asText()).isEqualTo(code);
  }

  @Test
  void mailboxSettingsOpenToTheirOwnRoleOnly() {
    String id = sandbox.truth().idsIn(Situation.SHARED_MAILBOX_WITH_LICENSE).get(0);
    String path = "/v1.0/users/" + id + "/mailboxSettings/userPurpose";

    assertThat(client.get(tokenWith("MailboxSettings.Read"), path).body())
        .contains("\"value\":\"shared\"");
    assertThat(client.get(tokenWith(allBut("MailboxSettings.Read")), path).body())
        .contains("ErrorAccessDenied");
    String guest = sandbox.truth().idsIn(Situation.GUEST_UNLICENSED).get(0);
    assertThat(client.get(tokenWith("MailboxSettings.Read"), path.replace(id, guest)).body())
        .contains("MailboxNotEnabledForRESTAPI");
  }

  /** Graph says nothing of what it leaves out. */
  @Test
  void leaveDatesAreBlankWithoutTheirRole() {
    String path = "/v1.0/users?$top=500&$select=id,employeeLeaveDateTime";
    String date = "\"employeeLeaveDateTime\":\"20";

    assertThat(client.get(tokenWith("Directory.Read.All"), path).body())
        .contains("\"employeeLeaveDateTime\":null")
        .doesNotContain(date);
    assertThat(
            client.get(tokenWith("Directory.Read.All", "User-LifeCycleInfo.Read.All"), path).body())
        .contains(date);
  }

  private static String[] allBut(String role) {
    return Permissions.ALL.stream()
        .filter(Permission::isApplication)
        .map(Permission::value)
        .filter(each -> !each.equals(role) && !each.contains("ReadWrite"))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1.0/subscribedSkus, 403, Authorization_RequestDenied",
    "/v1.0/auditLogs/signIns, 403, Authentication_MSGraphPermissionMissing",
    "/v1.0/deviceAppManagement/mobileApps, 403, Forbidden",
    "/v1.0/sites/root, 403, accessDenied",
    "/v1.0/security/secureScores, 403, Forbidden"
  })
  void refusesAMissingRoleAsItsServiceDoes(String path, int status, String code) {
    HttpResponse<String> answer =
        client.get(tokenWith(), path, "client-request-id", "7d2f0c1e-0000-4000-8000-000000000001");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Json.read(answer.body()).path("error").path("code").asText()).isEqualTo(code);
    assertThat(
            Json.read(answer.body())
                .path("error")
                .path("innerError")
                .path("client-request-id")
                .asText())
        .isEqualTo("7d2f0c1e-0000-4000-8000-000000000001");
  }

  @Test
  void intuneAndReportsHideJsonInTheMessage() {
    String token = tokenWith();

    String intune = message(client.get(token, "/v1.0/deviceAppManagement/mobileApps"));
    String reports = message(client.get(token, "/v1.0/reports/getOffice365ActivationCounts"));

    assertThat(Json.read(intune).path("Message").asText())
        .contains("DeviceManagementApps.Read.All");
    assertThat(Json.read(reports).path("error").path("code").asText()).isEqualTo("S2SUnauthorized");
  }

  @Test
  void signInActivityNeedsTwoRolesAndPremium() {
    String path = "/v1.0/users?$top=5&$select=id,signInActivity";

    assertThat(client.get(tokenWith("Directory.Read.All"), path).body())
        .contains("Authentication_MSGraphPermissionMissing");
    assertThat(client.get(tokenWith("Directory.Read.All", "AuditLog.Read.All"), path).statusCode())
        .isEqualTo(200);
    sandbox.registration().set(Switch.ENTRA_P1, false);
    assertThat(client.get(client.token(), path).body())
        .contains("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
  }

  @ParameterizedTest
  @CsvSource({
    "INTUNE, /v1.0/deviceManagement/deviceConfigurations, 400, Request not applicable to target tenant.",
    "SHAREPOINT, /v1.0/sites/root, 400, Tenant does not have a SPO license.",
    "EDISCOVERY_ROLE_GROUP, /v1.0/security/cases/ediscoveryCases, 403, role group",
    "AGREEMENTS_APP_ONLY, /v1.0/identityGovernance/termsOfUse/agreements, 403, Agreement.Read.All",
    "TERM_STORE_APP_ONLY, /v1.0/sites/root/termStore, 403, Access denied",
    "ENTRA_P1, /v1.0/auditLogs/signIns, 403, premium license"
  })
  void servicesThatTheTenantLacks(Switch which, String path, int status, String words) {
    sandbox.registration().set(which, false);

    HttpResponse<String> answer = client.get(client.token(), path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
  void refusesAndRemembersEveryWrite(String method) {
    sandbox.requests().clear();

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(sandbox.graphUrl() + "/v1.0/users"))
                .header("Authorization", "Bearer " + client.token())
                .method(method, HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(sandbox.requests().all())
        .filteredOn(r -> r.isWrite())
        .singleElement()
        .satisfies(r -> assertThat(r.method()).isEqualTo(method));
  }

  @Test
  void wantsAToken() {
    HttpResponse<String> answer = client.fetch(sandbox.graphUrl() + "/v1.0/users");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("InvalidAuthenticationToken");
  }

  @Test
  void revokedTokenIsInvalidAtOnce() {
    String token = client.token();
    client.get(token, "/v1.0/organization");
    sandbox.revokeTokens();
    takeTokens();
    sandbox.registration().grantAdminConsent();

    assertThat(client.get(token, "/v1.0/organization").statusCode()).isEqualTo(401);
    assertThat(client.get(client.token(), "/v1.0/organization").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsOfServicesCountWhenSwitchedOn() {
    sandbox.registration().set(Switch.SERVICE_LIMITS, true);
    String token = client.token();
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      statuses.add(client.get(token, "/v1.0/auditLogs/signIns?$top=1").statusCode());
    }

    assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);
  }

  private void takeTokens() {
    Permissions.REQUIRED.stream()
        .filter(Permission::isApplication)
        .map(Permission::value)
        .forEach(role -> aloneByRole.put(role, tokenWith(role)));
  }

  private static String message(HttpResponse<String> answer) {
    return Json.read(answer.body()).path("error").path("message").asText();
  }

  private String tokenWith(String... roles) {
    sandbox.registration().granted().keySet().forEach(sandbox.registration()::revoke);
    for (String role : roles) {
      sandbox.registration().grant(Permissions.role(role));
    }
    return client.token();
  }
}
