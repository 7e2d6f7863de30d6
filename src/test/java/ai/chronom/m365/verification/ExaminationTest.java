package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole examination over the wire: what the admin did wrong is found, and nothing else. */
class ExaminationTest extends SandboxExamination {
  @Nested
  class HealthyTenant {
    @Test
    void isVerifiedWithThreeRequests() {
      VerificationFindings findings = examine();
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
      assertThat(findings.verdicts())
          .hasSize(14)
          .allSatisfy(
              verdict -> {
                assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
                assertThat(verdict.configured()).isEqualTo(Answer.YES);
                assertThat(verdict.consented()).isEqualTo(Answer.YES);
                assertThat(verdict.remedy()).isEmpty();
              });
      assertThat(findings.excess()).isEmpty();
      assertThat(findings.checks()).allMatch(check -> Boolean.TRUE.equals(check.ok()));
      assertThat(findings.isScannable()).isTrue();
      assertThat(findings.graphRequests()).isEqualTo(3);
    }

    @Test
    void isProvedByEachProbe() {
      assertThat(examine().verdicts())
          .filteredOn(verdict -> verdict.effective() != Effective.YES)
          .extracting(verdict -> verdict.permission().name())
          .containsExactly("User.Read");
    }

    @Test
    void isToldRowByRow() {
      VerificationFindings findings = examine();
      assertThat(live).containsExactlyInAnyOrderElementsOf(findings.verdicts());
    }

    @Test
    void tellsWhenItsSecretEnds() {
      assertThat(examine().secretExpiresOn()).isNotNull();
    }

    @Test
    void isNeverWrittenTo() {
      examine();
      assertThat(sandbox.requests().all()).noneMatch(request -> request.isWrite());
    }
  }

  @Nested
  class TenantWithoutAService {
    @ParameterizedTest
    @CsvSource({
      "ENTRA_P1, AuditLog.Read.All, LICENSE_MISSING",
      "AGREEMENTS_APP_ONLY, Agreement.Read.All, NOT_VERIFIABLE",
      "TERM_STORE_APP_ONLY, TermStore.Read.All, NOT_VERIFIABLE"
    })
    void isVerifiedAllTheSame(Switch which, String name, Effective effective) {
      sandbox.registration().set(which, false);
      VerificationFindings findings = examine();
      PermissionVerdict row = row(findings, named(name));
      assertThat(row.effective()).isEqualTo(effective);
      assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(row.remedy()).startsWith("Nothing to click");
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    }

    @Test
    void intuneIsToldOnFourRows() {
      sandbox.registration().set(Switch.INTUNE, false);
      VerificationFindings findings = examine();
      assertThat(findings.verdicts())
          .filteredOn(verdict -> verdict.effective() == Effective.SERVICE_ABSENT)
          .extracting(verdict -> verdict.permission().category())
          .hasSize(4)
          .allMatch(category -> category.startsWith("DeviceManagement"));
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    }

    @Test
    void sharePointIsToldOnTwoRows() {
      sandbox.registration().set(Switch.SHAREPOINT, false);
      assertThat(examine().verdicts())
          .filteredOn(verdict -> verdict.effective() == Effective.SERVICE_ABSENT)
          .extracting(verdict -> verdict.permission().name())
          .containsExactly("Sites.Read.All", "TermStore.Read.All");
    }

    @Test
    void eDiscoveryNeedsItsRoleGroup() {
      sandbox.registration().set(Switch.EDISCOVERY_ROLE_GROUP, false);
      VerificationFindings findings = examine();
      PermissionVerdict row = row(findings, PermissionCatalog.EDISCOVERY_READ_ALL);
      assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(row.effective()).isEqualTo(Effective.NO);
      assertThat(row.remedy()).contains("eDiscoveryManager");
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.ACTION_REQUIRED);
    }
  }

  @Nested
  class Excess {
    @Test
    void thatWritesIsNamedAndNeedsAction() {
      Permission writing = Permissions.role("Directory.ReadWrite.All");
      sandbox.registration().configure(writing);
      sandbox.registration().grant(writing);
      VerificationFindings findings = examine();
      assertThat(findings.excess()).hasSize(1);
      ExcessPermission excess = findings.excess().get(0);
      assertThat(excess.name()).isEqualTo("Directory.ReadWrite.All");
      assertThat(excess.access()).isEqualTo(ExcessPermission.Access.WRITE);
      assertThat(excess.consented()).isTrue();
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.ACTION_REQUIRED);
    }

    @Test
    void thatReadsIsNamedAndAccepted() {
      Permission reading = Permissions.role("ReportSettings.Read.All");
      sandbox.registration().configure(reading);
      sandbox.registration().grant(reading);
      VerificationFindings findings = examine();
      assertThat(findings.excess())
          .extracting(ExcessPermission::name, ExcessPermission::access)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "ReportSettings.Read.All", ExcessPermission.Access.READ));
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    }
  }

  @Nested
  class Registration {
    @Test
    void ofAnotherTenantIsNotVisible() {
      sandbox.registration().set(Switch.REGISTERED_ELSEWHERE, true);
      VerificationFindings findings = examine();
      assertThat(findings.verdicts())
          .extracting(PermissionVerdict::configured)
          .containsOnly(Answer.UNKNOWN);
      assertThat(findings.verdicts())
          .extracting(PermissionVerdict::status)
          .containsOnly(PermissionStatus.GRANTED);
      assertThat(findings.checks())
          .filteredOn(RegistrationCheck::isWrong)
          .extracting(RegistrationCheck::check)
          .containsExactly("registered-in-this-tenant");
    }

    @Test
    void withTwoValidSecretsIsFlagged() {
      sandbox.registration().createSecret("second", Duration.ofDays(30));
      assertThat(examine().checks())
          .filteredOn(RegistrationCheck::isWrong)
          .extracting(RegistrationCheck::check, RegistrationCheck::found)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("one-valid-secret", "2"));
    }
  }

  @Nested
  class Outage {
    @ParameterizedTest
    @EnumSource(
        value = Switch.class,
        names = {"GRAPH_DOWN"})
    void neverCountsAsMissingPermission(Switch which) {
      sandbox.registration().set(which, true);
      VerificationFindings findings = examine();
      assertThat(findings.verdicts())
          .filteredOn(verdict -> !verdict.permission().equals(PermissionCatalog.USER_READ))
          .allSatisfy(
              verdict -> {
                assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
                assertThat(verdict.effective()).isEqualTo(Effective.UNKNOWN);
              });
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.FAILED);
      assertThat(findings.isScannable()).isFalse();
    }

    @Test
    void throttlingIsWaitedFor() {
      sandbox.registration().set(Switch.GRAPH_THROTTLED, true);
      VerificationFindings findings = examine();
      assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
      assertThat(graph.waits()).isNotEmpty();
    }
  }
}
