package ai.chronom.m365.verification;

import static ai.chronom.m365.permission.PermissionCatalog.AGREEMENT_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.AUDIT_LOG_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.DEVICE_MANAGEMENT_APPS_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.EDISCOVERY_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ;
import static ai.chronom.m365.permission.PermissionCatalog.REPORTS_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.SITES_READ_ALL;
import static ai.chronom.m365.permission.PermissionCatalog.USER_READ;
import static ai.chronom.m365.verification.SampleSights.perfect;
import static ai.chronom.m365.verification.SampleSights.refusal;
import static ai.chronom.m365.verification.SampleSights.success;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.DelegatedTwins;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the decision table. */
class PermissionJudgeTest {
  static List<GraphPermission> applicationPermissions() {
    return PermissionCatalog.application();
  }

  @Nested
  class Granted {
    @ParameterizedTest
    @MethodSource("ai.chronom.m365.verification.PermissionJudgeTest#applicationPermissions")
    void andProvedNeedsNothing(GraphPermission permission) {
      PermissionVerdict verdict = judge(perfect(), permission, success());
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.effective()).isEqualTo(Effective.YES);
      assertThat(verdict.remedy()).isEmpty();
      assertThat(verdict.needsAction()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "Agreement.Read.All, 403, NOT_PERMITTED, NOT_VERIFIABLE",
      "Agreement.Read.All, 400, OTHER, NOT_VERIFIABLE",
      "TermStore.Read.All, 403, NOT_PERMITTED, NOT_VERIFIABLE",
      "TermStore.Read.All, 400, SERVICE_ABSENT, SERVICE_ABSENT",
      "AuditLog.Read.All, 403, LICENSE_MISSING, LICENSE_MISSING",
      "Sites.Read.All, 400, SERVICE_ABSENT, SERVICE_ABSENT",
      "Sites.Read.All, 404, NOT_FOUND, SERVICE_ABSENT",
      "DeviceManagementApps.Read.All, 403, SERVICE_ABSENT, SERVICE_ABSENT",
      "DeviceManagementServiceConfig.Read.All, 404, NOT_FOUND, SERVICE_ABSENT",
      "Reports.Read.All, 400, OTHER, SERVICE_ABSENT",
      "Reports.Read.All, 404, NOT_FOUND, SERVICE_ABSENT",
      "InformationProtectionPolicy.Read.All, 403, NOT_PERMITTED, SERVICE_ABSENT",
      "InformationProtectionPolicy.Read.All, 404, NOT_FOUND, SERVICE_ABSENT",
      "Directory.Read.All, 404, NOT_FOUND, UNKNOWN",
      "Directory.Read.All, 501, OTHER, UNKNOWN",
      "Directory.Read.All, 403, OTHER, UNKNOWN"
    })
    void butUnprovedNeedsNothing(String role, int status, RefusalKind kind, Effective effective) {
      PermissionVerdict verdict = judge(perfect(), named(role), refusal(status, kind));
      assertThat(verdict.effective()).isEqualTo(effective);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.needsAction()).isFalse();
      assertThat(verdict.remedy()).startsWith("Nothing to click");
    }

    @ParameterizedTest
    @CsvSource({"Directory.Read.All", "AuditLog.Read.All", "SecurityEvents.Read.All"})
    void butRefusedNeedsAction(String role) {
      PermissionVerdict verdict =
          judge(perfect(), named(role), refusal(403, RefusalKind.NOT_PERMITTED));
      assertThat(verdict.effective()).isEqualTo(Effective.NO);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.needsAction()).isTrue();
    }

    @Test
    void forEDiscoveryNeedsTheRoleGroupToo() {
      PermissionVerdict verdict =
          judge(perfect(), EDISCOVERY_READ_ALL, refusal(401, RefusalKind.NOT_PERMITTED));
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.effective()).isEqualTo(Effective.NO);
      assertThat(verdict.remedy()).contains("Add-RoleGroupMember -Identity eDiscoveryManager");
    }

    /** Five requests a minute: we may have used them up ourselves. */
    @Test
    void butLeftUnaskedByOurselvesBlamesNobody() {
      PermissionVerdict verdict =
          judge(
              perfect(),
              EDISCOVERY_READ_ALL,
              new GraphAnswer(
                  0,
                  JsonObject.EMPTY_JSON_OBJECT,
                  RefusalKind.THROTTLED,
                  "left-unasked",
                  null,
                  null));
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.effective()).isEqualTo(Effective.UNKNOWN);
      assertThat(verdict.remedy()).contains("we keep below that limit");
      assertThat(verdict.evidence()).contains("not asked this time").doesNotContain("no answer");
    }

    @Test
    void withoutBeingListedStays() {
      PermissionVerdict verdict =
          judge(perfect().notListed(SITES_READ_ALL), SITES_READ_ALL, success());
      assertThat(verdict.configured()).isEqualTo(Answer.NO);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
    }

    @Test
    void byAssignmentCountsWhenTheTokenIsOpaque() {
      PermissionVerdict verdict =
          judge(
              perfect().withOpaqueToken(),
              AUDIT_LOG_READ_ALL,
              refusal(403, RefusalKind.LICENSE_MISSING));
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.consented()).isEqualTo(Answer.YES);
    }
  }

  @Nested
  class Missing {
    private final GraphAnswer denied = refusal(403, RefusalKind.NOT_PERMITTED);

    @ParameterizedTest
    @MethodSource("ai.chronom.m365.verification.PermissionJudgeTest#applicationPermissions")
    void butListedNeedsConsent(GraphPermission permission) {
      PermissionVerdict verdict = judge(perfect().notConsented(permission), permission, denied);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
      assertThat(verdict.configured()).isEqualTo(Answer.YES);
      assertThat(verdict.consented()).isEqualTo(Answer.NO);
      assertThat(verdict.effective()).isEqualTo(Effective.NO);
      assertThat(verdict.remedyLink()).contains("CallAnAPI");
    }

    @ParameterizedTest
    @MethodSource("ai.chronom.m365.verification.PermissionJudgeTest#applicationPermissions")
    void andNotListedMustBeConfigured(GraphPermission permission) {
      SampleSights sight = perfect().notConsented(permission).notListed(permission);
      PermissionVerdict verdict = judge(sight, permission, denied);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.NOT_CONFIGURED);
      assertThat(verdict.remedy()).contains(permission.graphRole());
    }

    @ParameterizedTest
    @MethodSource("ai.chronom.m365.verification.PermissionJudgeTest#applicationPermissions")
    void withTheDelegatedTwinListedIsOfTheWrongType(GraphPermission permission) {
      SampleSights sight =
          perfect()
              .notConsented(permission)
              .notListed(permission)
              .listingScope(DelegatedTwins.scopeOf(permission).orElseThrow());
      assertThat(judge(sight, permission, denied).status()).isEqualTo(PermissionStatus.WRONG_TYPE);
    }

    @Test
    void withTheDelegatedTwinGrantedIsOfTheWrongType() {
      SampleSights sight =
          perfect()
              .notConsented(INFORMATION_PROTECTION_POLICY_READ)
              .notListed(INFORMATION_PROTECTION_POLICY_READ)
              .grantingScopes("User.Read", "InformationProtectionPolicy.Read");
      assertThat(judge(sight, INFORMATION_PROTECTION_POLICY_READ, denied).status())
          .isEqualTo(PermissionStatus.WRONG_TYPE);
    }

    @Test
    void withBothTypesListedNeedsConsentOnly() {
      SampleSights sight =
          perfect()
              .notConsented(SITES_READ_ALL)
              .listingScope(DelegatedTwins.scopeOf(SITES_READ_ALL).orElseThrow());
      assertThat(judge(sight, SITES_READ_ALL, denied).status())
          .isEqualTo(PermissionStatus.CONSENT_MISSING);
    }

    @Test
    void inTheTokenButAssignedIsOnItsWay() {
      PermissionVerdict verdict =
          judge(perfect().notClaimed(REPORTS_READ_ALL), REPORTS_READ_ALL, denied);
      assertThat(verdict.consented()).isEqualTo(Answer.YES);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
      assertThat(verdict.remedy()).startsWith("Nothing to click").contains("Wait");
    }

    @Test
    void withoutTheDirectoryIsJudgedByTheToken() {
      PermissionVerdict verdict =
          judge(
              perfect().notConsented(REPORTS_READ_ALL).withoutDirectory(),
              REPORTS_READ_ALL,
              denied);
      assertThat(verdict.configured()).isEqualTo(Answer.UNKNOWN);
      assertThat(verdict.consented()).isEqualTo(Answer.NO);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    }

    @Test
    void withTheLicenseMissingTooStaysMissing() {
      PermissionVerdict verdict =
          judge(
              perfect().notConsented(AUDIT_LOG_READ_ALL),
              AUDIT_LOG_READ_ALL,
              refusal(403, RefusalKind.LICENSE_MISSING));
      assertThat(verdict.effective()).isEqualTo(Effective.LICENSE_MISSING);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.CONSENT_MISSING);
    }

    @Test
    void roleThatNobodyCanRefuseIsNotVerifiableOnlyWhenHeld() {
      assertThat(
              judge(perfect().notConsented(AGREEMENT_READ_ALL), AGREEMENT_READ_ALL, denied)
                  .effective())
          .isEqualTo(Effective.NO);
    }

    @Test
    void byTheTokenButProvedIsGranted() {
      PermissionVerdict verdict =
          judge(perfect().notConsented(SITES_READ_ALL), SITES_READ_ALL, success());
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.effective()).isEqualTo(Effective.YES);
    }
  }

  @Nested
  class Unclear {
    @ParameterizedTest
    @EnumSource(
        value = RefusalKind.class,
        names = {"THROTTLED", "UNAVAILABLE", "HOSTILE"})
    void troubleIsNeverTakenForAMissingPermission(RefusalKind kind) {
      PermissionVerdict held = judge(perfect(), SITES_READ_ALL, refusal(503, kind));
      assertThat(held.effective()).isEqualTo(Effective.UNKNOWN);
      assertThat(held.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(held.needsAction()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        value = RefusalKind.class,
        names = {"TOKEN_REJECTED", "CREDENTIALS_REJECTED"})
    void rejectedTokenSaysNothing(RefusalKind kind) {
      PermissionVerdict verdict = judge(perfect(), SITES_READ_ALL, refusal(401, kind));
      assertThat(verdict.effective()).isEqualTo(Effective.UNKNOWN);
      assertThat(verdict.status()).isEqualTo(PermissionStatus.UNKNOWN);
    }

    @Test
    void nothingSeenAtAllStaysUnknown() {
      SampleSights blind = perfect().withOpaqueToken().withoutDirectory();
      PermissionVerdict verdict =
          judge(blind, DEVICE_MANAGEMENT_APPS_READ_ALL, refusal(403, RefusalKind.NOT_PERMITTED));
      assertThat(verdict.status()).isEqualTo(PermissionStatus.UNKNOWN);
    }
  }

  @Nested
  class Delegated {
    @Test
    void grantIsSeenButCannotBeTried() {
      PermissionVerdict verdict = judgeUserRead(perfect());
      assertThat(verdict.status()).isEqualTo(PermissionStatus.GRANTED);
      assertThat(verdict.effective()).isEqualTo(Effective.NOT_VERIFIABLE);
      assertThat(verdict.remedy()).isEmpty();
    }

    @Test
    void grantThatIsMissingNeedsConsent() {
      assertThat(judgeUserRead(perfect().grantingScopes("openid")).status())
          .isEqualTo(PermissionStatus.CONSENT_MISSING);
    }

    @Test
    void scopeThatIsNotListedMustBeConfigured() {
      PermissionVerdict verdict =
          judgeUserRead(perfect().grantingScopes("openid").notListed(USER_READ));
      assertThat(verdict.status()).isEqualTo(PermissionStatus.NOT_CONFIGURED);
      assertThat(verdict.remedy()).contains("Delegated permissions");
    }

    @Test
    void isUnknownWithoutTheDirectory() {
      PermissionVerdict verdict = judgeUserRead(perfect().withoutDirectory());
      assertThat(verdict.status()).isEqualTo(PermissionStatus.UNKNOWN);
      assertThat(verdict.remedy()).contains("Directory.Read.All");
    }

    private PermissionVerdict judgeUserRead(SampleSights sight) {
      return new PermissionJudge(sight.sight(), SampleSights.LINKS).judge(USER_READ);
    }
  }

  private static PermissionVerdict judge(
      SampleSights sight, GraphPermission permission, GraphAnswer answer) {
    return new PermissionJudge(sight.sight(), SampleSights.LINKS)
        .judge(Probes.of(permission).orElseThrow(), answer);
  }

  private static GraphPermission named(String role) {
    return PermissionCatalog.findByRole(role).orElseThrow();
  }
}
