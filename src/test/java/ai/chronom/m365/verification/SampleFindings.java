package ai.chronom.m365.verification;

import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.List;
import java.util.UUID;

/** What verifications find, made up. */
final class SampleFindings {
  private SampleFindings() {}

  static VerificationFindings findings() {
    return new VerificationFindings(
        List.of(verdict()),
        List.of(
            new ExcessPermission(
                "Sites.Selected",
                UUID.randomUUID().toString(),
                PermissionType.APPLICATION,
                "Microsoft Graph",
                false,
                ExcessPermission.Access.WRITE,
                "",
                "Remove it.")),
        List.of(
            new RegistrationCheck("display-name", "a", "b", false, "Rename.", "https://x"),
            new RegistrationCheck("single-tenant", "a", "not visible", null, "", "")),
        null,
        3,
        true);
  }

  static PermissionVerdict verdict() {
    return new PermissionVerdict(
        PermissionCatalog.DIRECTORY_READ_ALL,
        Answer.YES,
        Answer.YES,
        Effective.YES,
        PermissionStatus.GRANTED,
        "",
        "",
        "200");
  }

  static VerificationFindings consentMissing() {
    PermissionVerdict missing =
        new PermissionVerdict(
            PermissionCatalog.SITES_READ_ALL,
            Answer.YES,
            Answer.NO,
            Effective.NO,
            PermissionStatus.CONSENT_MISSING,
            "Grant admin consent.",
            "",
            "403");
    return new VerificationFindings(
        List.of(verdict(), missing), List.of(), List.of(), null, 3, true);
  }
}
