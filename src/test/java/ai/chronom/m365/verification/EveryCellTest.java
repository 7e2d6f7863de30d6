package ai.chronom.m365.verification;

import static ai.chronom.m365.verification.Effective.LICENSE_MISSING;
import static ai.chronom.m365.verification.Effective.NO;
import static ai.chronom.m365.verification.Effective.NOT_VERIFIABLE;
import static ai.chronom.m365.verification.Effective.SERVICE_ABSENT;
import static ai.chronom.m365.verification.Effective.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every application permission by every kind of answer, consented and not: the dull table, cell by
 * cell. What single answers say in the words of their services stands in {@link NotEffectiveTest}.
 */
class EveryCellTest extends SandboxExamination {

  /** How a probe is answered. */
  record Kind(int status, String code) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(403, "Forbidden"),
          new Kind(401, "Unauthorized"),
          new Kind(404, "NotFound"),
          new Kind(400, "BadRequest"),
          new Kind(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"),
          new Kind(429, "TooManyRequests"),
          new Kind(503, "serviceNotAvailable"));

  /**
   * @param effective in the order of the kinds, while the role is held
   */
  record Row(String role, List<Effective> effective) {
    @Override
    public String toString() {
      return role;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row("Directory.Read.All", NO, NO, UNKNOWN, UNKNOWN),
        row("Agreement.Read.All", NOT_VERIFIABLE, NOT_VERIFIABLE, UNKNOWN, NOT_VERIFIABLE),
        row("AuditLog.Read.All", NO, NO, UNKNOWN, UNKNOWN),
        row("Reports.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("Sites.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("TermStore.Read.All", NOT_VERIFIABLE, NOT_VERIFIABLE, SERVICE_ABSENT, SERVICE_ABSENT),
        row("DeviceManagementApps.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("DeviceManagementConfiguration.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("DeviceManagementManagedDevices.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("DeviceManagementServiceConfig.Read.All", NO, NO, SERVICE_ABSENT, SERVICE_ABSENT),
        row("eDiscovery.Read.All", NO, NO, UNKNOWN, UNKNOWN),
        row(
            "InformationProtectionPolicy.Read.All",
            SERVICE_ABSENT,
            SERVICE_ABSENT,
            SERVICE_ABSENT,
            UNKNOWN),
        row("SecurityEvents.Read.All", NO, NO, UNKNOWN, UNKNOWN));
  }

  /** License and outages mean the same everywhere. */
  private static Row row(String role, Effective... first) {
    return new Row(
        role,
        Stream.concat(Stream.of(first), Stream.of(LICENSE_MISSING, UNKNOWN, UNKNOWN)).toList());
  }

  @Test
  void noCellIsLeftOut() {
    assertThat(rows().map(Row::role))
        .containsExactlyInAnyOrderElementsOf(
            PermissionCatalog.application().stream().map(GraphPermission::graphRole).toList())
        .hasSize(13);
    assertThat(rows().mapToInt(row -> row.effective().size()).sum())
        .isEqualTo(13 * KINDS.size())
        .isEqualTo(91);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whileConsentedItIsGrantedAndNoOtherRowDiffers(Row row) {
    for (int i = 0; i < KINDS.size(); i++) {
      VerificationFindings findings = examine(row, KINDS.get(i));
      PermissionVerdict verdict = row(findings, named(row.role()));
      Effective expected = row.effective().get(i);
      assertThat(verdict.effective()).as("%s", KINDS.get(i)).isEqualTo(expected);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.needsAction()).isEqualTo(expected == NO);
      assertThat(verdict.remedy()).isNotEmpty();
      assertThat(others(findings, named(row.role())))
          .allSatisfy(other -> assertThat(other.status()).isEqualTo(PermissionStatus.GRANTED))
          .allSatisfy(other -> assertThat(other.remedy()).isEmpty());
    }
  }

  /** However the service puts it: what the token lacks is missing, and only that. */
  @ParameterizedTest
  @MethodSource("rows")
  void withoutConsentItIsTheOnlyRowFlagged(Row row) {
    sandbox.registration().revoke(role(named(row.role())));
    for (Kind kind : KINDS) {
      VerificationFindings findings = examine(row, kind);
      assertThat(row(findings, named(row.role())).status())
          .as("%s", kind)
          .isEqualTo(PermissionStatus.CONSENT_MISSING);
      assertThat(row(findings, named(row.role())).remedy()).contains("Grant admin consent");
      assertThat(onlyFlagged(findings, named(row.role()))).as("%s", kind).isTrue();
    }
  }

  private VerificationFindings examine(Row row, Kind kind) {
    graph = new SandboxGraph(sandbox);
    sandbox.serviceFaults().clear();
    String body = Json.text(Map.of("error", Map.of("code", kind.code(), "message", "x")));
    Reply reply = Reply.text(kind.status(), "application/json", body);
    sandbox
        .serviceFaults()
        .plant(
            FaultRule.on(
                Site.GRAPH, NotEffectiveTest.PATHS.get(row.role()), new Fault.Answer(reply)));
    return examine();
  }
}
