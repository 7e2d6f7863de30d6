package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Switch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each permission in each wrong state: exactly its row is flagged, with the right words. */
class OnePermissionTest extends SandboxExamination {
  static List<GraphPermission> applicationPermissions() {
    return PermissionCatalog.application();
  }

  /** Thirteen by five states here, and User.Read by three. */
  @Test
  void noPermissionIsLeftOut() {
    assertThat(applicationPermissions()).hasSize(13).doesNotHaveDuplicates();
    assertThat(PermissionCatalog.all())
        .hasSize(14)
        .containsAll(applicationPermissions())
        .contains(PermissionCatalog.USER_READ);
  }

  @ParameterizedTest
  @MethodSource("applicationPermissions")
  void withoutConsentIsTheOnlyRowFlagged(GraphPermission permission) {
    sandbox.registration().revoke(role(permission));
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, permission)).isTrue();
    PermissionVerdict row = row(findings, permission);
    assertThat(row.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    assertThat(row.effective()).isEqualTo(Effective.NO);
    assertThat(row.remedy()).contains("Grant admin consent");
    assertThat(row.remedyLink()).contains(sandbox.applicationId());
    assertThat(row.evidence()).contains("In the token: no").contains("403");
    assertThat(findings.outcome()).isEqualTo(VerificationOutcome.ACTION_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("applicationPermissions")
  void notConfiguredIsSaidSo(GraphPermission permission) {
    sandbox.registration().removeConfigured(role(permission));
    sandbox.registration().revoke(role(permission));
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, permission)).isTrue();
    PermissionVerdict row = row(findings, permission);
    boolean directoryIsBlind = permission.equals(PermissionCatalog.DIRECTORY_READ_ALL);
    assertThat(row.status())
        .isEqualTo(
            directoryIsBlind ? PermissionStatus.CONSENT_MISSING : PermissionStatus.NOT_CONFIGURED);
    assertThat(row.remedy()).contains("API permissions");
  }

  @ParameterizedTest
  @MethodSource("applicationPermissions")
  void ofTheWrongTypeIsSaidSo(GraphPermission permission) {
    sandbox.registration().removeConfigured(role(permission));
    sandbox.registration().revoke(role(permission));
    sandbox.registration().configure(Permissions.scope(permission.name()));
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, permission)).isTrue();
    if (permission.equals(PermissionCatalog.DIRECTORY_READ_ALL)) {
      assertThat(row(findings, permission).configured()).isEqualTo(Answer.UNKNOWN);
    } else {
      assertThat(row(findings, permission).status()).isEqualTo(PermissionStatus.WRONG_TYPE);
      assertThat(row(findings, permission).remedy()).contains("Application permissions");
      assertThat(findings.excess()).isEmpty();
    }
  }

  /** The consent counts, the list of the registration is put right beside it. */
  @ParameterizedTest
  @MethodSource("applicationPermissions")
  void consentedButNoLongerConfiguredWorksAllTheSame(GraphPermission permission) {
    sandbox.registration().removeConfigured(role(permission));
    VerificationFindings findings = examine();
    PermissionVerdict row = row(findings, permission);
    assertThat(row.configured()).isEqualTo(Answer.NO);
    assertThat(row.consented()).isEqualTo(Answer.YES);
    assertThat(row.effective()).isEqualTo(Effective.YES);
    assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED);
    assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
  }

  @ParameterizedTest
  @MethodSource("applicationPermissions")
  void consentThatTokensDoNotShowYetIsWaitedFor(GraphPermission permission) {
    sandbox.registration().revoke(role(permission));
    sandbox.registration().set(Switch.TOKENS_LAG, true);
    sandbox.registration().grantAdminConsent();
    PermissionVerdict row = row(examine(), permission);
    assertThat(row.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    if (!permission.equals(PermissionCatalog.DIRECTORY_READ_ALL)) {
      assertThat(row.consented()).isEqualTo(Answer.YES);
      assertThat(row.remedy()).startsWith("Nothing to click: consent was given");
    }
    sandbox.registration().set(Switch.TOKENS_LAG, false);
    assertThat(examine().outcome()).isEqualTo(VerificationOutcome.VERIFIED);
  }

  @Test
  void withoutAnyConsentEveryRowIsFlagged() {
    sandbox.registration().granted().keySet().forEach(sandbox.registration()::revoke);
    VerificationFindings findings = examine();
    assertThat(findings.verdicts())
        .filteredOn(row -> !row.permission().equals(PermissionCatalog.USER_READ))
        .allSatisfy(row -> assertThat(row.status()).isEqualTo(PermissionStatus.CONSENT_MISSING))
        .allSatisfy(row -> assertThat(row.remedy()).contains("Grant admin consent"));
    assertThat(row(findings, PermissionCatalog.USER_READ).status())
        .isEqualTo(PermissionStatus.UNKNOWN);
    assertThat(findings.outcome()).isEqualTo(VerificationOutcome.ACTION_REQUIRED);
  }

  @Test
  void userReadConsentedBySingleUsersNeedsTheAdmins() {
    sandbox.registration().set(Switch.SINGLE_USERS_CONSENT, true);
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, PermissionCatalog.USER_READ)).isTrue();
    PermissionVerdict row = row(findings, PermissionCatalog.USER_READ);
    assertThat(row.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    assertThat(row.evidence()).contains("single users");
    assertThat(row.remedy()).contains("Grant admin consent");
  }

  @Test
  void userReadNotConfiguredIsSaidSo() {
    sandbox.registration().removeConfigured(Permissions.scope("User.Read"));
    sandbox.registration().revoke(Permissions.scope("User.Read"));
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, PermissionCatalog.USER_READ)).isTrue();
    assertThat(row(findings, PermissionCatalog.USER_READ).status())
        .isEqualTo(PermissionStatus.NOT_CONFIGURED);
  }

  @Test
  void userReadWithoutConsentIsFlagged() {
    sandbox.registration().revoke(Permissions.scope("User.Read"));
    VerificationFindings findings = examine();
    assertThat(onlyFlagged(findings, PermissionCatalog.USER_READ)).isTrue();
  }

  @Test
  void bothNamesOfTheLabelPermissionAreTold() {
    sandbox
        .registration()
        .removeConfigured(role(PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ));
    sandbox.registration().revoke(role(PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ));
    assertThat(row(examine(), PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ).remedy())
        .contains("InformationProtectionPolicy.Read.All")
        .contains("The guide's InformationProtectionPolicy.Read ");
  }
}
