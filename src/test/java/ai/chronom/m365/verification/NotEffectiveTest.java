package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Consented, and yet the service says no: each answer that Microsoft's services are known for, at
 * each permission, over the wire. Only that permission's row differs from a healthy tenant's.
 */
class NotEffectiveTest extends SandboxExamination {
  private static final String INTUNE_ABSENT = "Request not applicable to target tenant.";
  private static final String INTUNE_FORBIDDEN = "{\"ErrorCode\":\"Forbidden\",\"Message\":\"x\"}";

  /** Of the probes' paths, by the permission that alone opens them. */
  static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("Directory.Read.All", "*/subscribedSkus*"),
          Map.entry("Agreement.Read.All", "*/termsOfUse/agreements*"),
          Map.entry("AuditLog.Read.All", "*/auditLogs/signIns*"),
          Map.entry("Reports.Read.All", "*/reports/getOffice365ActivationCounts*"),
          Map.entry("Sites.Read.All", "*/sites/root?*"),
          Map.entry("TermStore.Read.All", "*/termStore*"),
          Map.entry("DeviceManagementApps.Read.All", "*/deviceAppManagement/mobileApps*"),
          Map.entry("DeviceManagementConfiguration.Read.All", "*/deviceConfigurations*"),
          Map.entry("DeviceManagementManagedDevices.Read.All", "*/troubleshootingEvents*"),
          Map.entry("DeviceManagementServiceConfig.Read.All", "*/windowsAutopilotDevice*"),
          Map.entry("eDiscovery.Read.All", "*/ediscoveryCases*"),
          Map.entry("InformationProtectionPolicy.Read.All", "*/sensitivityLabels*"),
          Map.entry("SecurityEvents.Read.All", "*/secureScores*"));

  record Cell(String role, Reply answer, Effective effective, String remedy) {
    @Override
    public String toString() {
      return role + " answered " + answer.status() + " is " + effective.word();
    }

    GraphPermission permission() {
      return named(role);
    }
  }

  static Stream<Cell> cells() {
    return Stream.of(
            List.of(
                denied("AuditLog.Read.All")
                    .of(
                        403,
                        "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                        "Neither tenant is B2C or tenant doesn't have premium license",
                        Effective.LICENSE_MISSING,
                        "Entra ID P1"),
                denied("Agreement.Read.All")
                    .of(
                        403,
                        "AccessDenied",
                        "Required scopes: 'Agreement.Read.All'.",
                        Effective.NOT_VERIFIABLE,
                        "signed-in users"),
                denied("Agreement.Read.All")
                    .of(400, "BadRequest", "No P1.", Effective.NOT_VERIFIABLE, "signed-in users"),
                denied("TermStore.Read.All")
                    .of(
                        403,
                        "accessDenied",
                        "Access denied",
                        Effective.NOT_VERIFIABLE,
                        "signed-in users"),
                denied("TermStore.Read.All")
                    .of(
                        400,
                        "BadRequest",
                        "Tenant does not have a SPO license.",
                        Effective.SERVICE_ABSENT,
                        "does not use the service"),
                denied("Sites.Read.All")
                    .of(
                        400,
                        "BadRequest",
                        "Tenant does not have a SPO license.",
                        Effective.SERVICE_ABSENT,
                        "does not use the service"),
                denied("Sites.Read.All")
                    .of(400, "invalidRequest", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("Sites.Read.All")
                    .of(404, "itemNotFound", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("Sites.Read.All")
                    .of(401, "generalException", "x", Effective.NO, "service still refuses"),
                denied("eDiscovery.Read.All")
                    .of(403, "Forbidden", "No role group.", Effective.NO, "eDiscoveryManager"),
                denied("eDiscovery.Read.All")
                    .of(401, "Unauthorized", "x", Effective.NO, "eDiscoveryManager"),
                denied("InformationProtectionPolicy.Read.All")
                    .of(403, "Forbidden", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("InformationProtectionPolicy.Read.All")
                    .of(404, "ItemNotFound", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("Reports.Read.All")
                    .of(400, "BadRequest", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("Reports.Read.All")
                    .of(404, "UnknownError", "x", Effective.SERVICE_ABSENT, "does not use"),
                denied("SecurityEvents.Read.All")
                    .of(403, "Forbidden", "x", Effective.NO, "service still refuses"),
                denied("Directory.Read.All")
                    .of(
                        403,
                        "Authorization_RequestDenied",
                        "x",
                        Effective.NO,
                        "service still refuses"),
                denied("Directory.Read.All")
                    .of(
                        403,
                        "insufficient_claims",
                        "Conditional Access",
                        Effective.UNKNOWN,
                        "no clear answer")),
            intune(),
            unclear())
        .flatMap(List::stream);
  }

  /** A tenant without Intune has four ways to say so. */
  private static List<Cell> intune() {
    return PermissionCatalog.application().stream()
        .map(GraphPermission::graphRole)
        .filter(role -> role.startsWith("DeviceManagement"))
        .flatMap(
            role ->
                Stream.of(
                    denied(role)
                        .of(400, "BadRequest", INTUNE_ABSENT, Effective.SERVICE_ABSENT, "does not"),
                    denied(role)
                        .of(
                            401,
                            "Unauthorized",
                            INTUNE_FORBIDDEN,
                            Effective.SERVICE_ABSENT,
                            "does not use"),
                    denied(role)
                        .of(
                            403,
                            "Forbidden",
                            INTUNE_FORBIDDEN,
                            Effective.SERVICE_ABSENT,
                            "does not use"),
                    new Cell(role, Reply.empty(302), Effective.SERVICE_ABSENT, "does not use"),
                    denied(role).of(404, "x", "x", Effective.SERVICE_ABSENT, "does not use")))
        .toList();
  }

  /** Throttled, out of order, broken: never a missing permission. */
  private static List<Cell> unclear() {
    return PermissionCatalog.application().stream()
        .map(GraphPermission::graphRole)
        .flatMap(
            role ->
                Stream.of(429, 500, 503, 504)
                    .map(
                        status ->
                            denied(role)
                                .of(
                                    status,
                                    status == 429 ? "TooManyRequests" : "serviceNotAvailable",
                                    "x",
                                    Effective.UNKNOWN,
                                    "no clear answer")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void onlyItsRowDiffers(Cell cell) {
    plant(cell);
    VerificationFindings findings = examine();
    PermissionVerdict row = row(findings, cell.permission());
    assertThat(row.effective()).isEqualTo(cell.effective());
    assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED);
    assertThat(row.consented()).isEqualTo(Answer.YES);
    assertThat(row.configured()).isEqualTo(Answer.YES);
    assertThat(row.remedy()).contains(cell.remedy());
    assertThat(row.evidence()).contains(String.valueOf(cell.answer().status()));
    assertThat(row.needsAction()).isEqualTo(cell.effective() == Effective.NO);
    assertThat(others(findings, cell.permission()))
        .allSatisfy(other -> assertThat(other.remedy()).isEmpty())
        .allSatisfy(other -> assertThat(other.status()).isEqualTo(PermissionStatus.GRANTED));
    assertThat(findings.outcome())
        .isEqualTo(
            cell.effective() == Effective.NO
                ? VerificationOutcome.ACTION_REQUIRED
                : VerificationOutcome.VERIFIED);
  }

  /** Documented for the global cloud alone, or for all but China. */
  @ParameterizedTest
  @CsvSource({
    "us-gov, Reports.Read.All, 403, SERVICE_ABSENT",
    "us-dod, Reports.Read.All, 403, SERVICE_ABSENT",
    "china, Reports.Read.All, 403, SERVICE_ABSENT",
    "china, eDiscovery.Read.All, 403, SERVICE_ABSENT",
    "china, eDiscovery.Read.All, 404, SERVICE_ABSENT",
    "china, SecurityEvents.Read.All, 403, SERVICE_ABSENT",
    "us-gov, eDiscovery.Read.All, 403, NO",
    "us-gov, SecurityEvents.Read.All, 403, NO",
    "china, AuditLog.Read.All, 403, NO",
    "us-gov, Reports.Read.All, 429, UNKNOWN"
  })
  void nationalCloudsLackSomeServices(
      String cloudId, String role, int status, Effective effective) {
    plant(denied(role).of(status, "Forbidden", "x", effective, ""));
    PermissionVerdict row = row(examineIn(cloudId), named(role));
    assertThat(row.effective()).isEqualTo(effective);
    assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED);
    assertThat(row.remedy().contains("in this cloud"))
        .isEqualTo(effective == Effective.SERVICE_ABSENT);
  }

  /** The service's way to refuse is no way to hide a role that nobody has consented to. */
  @ParameterizedTest
  @CsvSource({"us-gov, Reports.Read.All", "china, eDiscovery.Read.All"})
  void consentMissingStaysMissingInEveryCloud(String cloudId, String role) {
    sandbox.registration().revoke(role(named(role)));
    PermissionVerdict row = row(examineIn(cloudId), named(role));
    assertThat(row.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    assertThat(row.effective()).isEqualTo(Effective.NO);
  }

  private void plant(Cell cell) {
    sandbox
        .serviceFaults()
        .plant(FaultRule.on(Site.GRAPH, PATHS.get(cell.role()), new Fault.Answer(cell.answer())));
  }

  private static Denial denied(String role) {
    return new Denial(role);
  }

  private record Denial(String role) {
    Cell of(int status, String code, String message, Effective effective, String remedy) {
      String body = Json.text(Map.of("error", Map.of("code", code, "message", message)));
      return new Cell(role, Reply.text(status, "application/json", body), effective, remedy);
    }
  }
}
