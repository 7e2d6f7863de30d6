package ai.chronom.m365.verification;

import static ai.chronom.m365.verification.Effective.NO;
import static ai.chronom.m365.verification.Effective.NOT_VERIFIABLE;
import static ai.chronom.m365.verification.Effective.SERVICE_ABSENT;
import static ai.chronom.m365.verification.Effective.UNKNOWN;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of probes, one for each application permission. Obvious requests prove nothing: four
 * Intune permissions open /users, and Directory.Read.All opens the directory audits. Each path here
 * is opened by one permission of our set only (computed from Microsoft's permission data of August
 * 2026). Agreement.Read.All and TermStore.Read.All have no documented use without a user: an answer
 * proves them, a refusal proves nothing.
 */
final class Probes {
  private static final List<Probe> ALL =
      List.of(
          probe(
              PermissionCatalog.DIRECTORY_READ_ALL,
              "/v1.0/subscribedSkus?$select=skuId,skuPartNumber",
              NO,
              UNKNOWN),
          new Probe(
              PermissionCatalog.AGREEMENT_READ_ALL,
              "/v1.0/identityGovernance/termsOfUse/agreements?$top=1&$select=id",
              false,
              NOT_VERIFIABLE,
              UNKNOWN,
              NOT_VERIFIABLE,
              Set.of()),
          probe(
              PermissionCatalog.AUDIT_LOG_READ_ALL,
              "/v1.0/auditLogs/signIns?$top=1&$select=id",
              NO,
              UNKNOWN),
          // Answers with a redirect, which a batch cannot carry; documented for the global cloud.
          new Probe(
              PermissionCatalog.REPORTS_READ_ALL,
              "/v1.0/reports/getOffice365ActivationCounts",
              true,
              NO,
              SERVICE_ABSENT,
              SERVICE_ABSENT,
              Set.of("us-gov", "us-dod", "china")),
          subscribed(PermissionCatalog.SITES_READ_ALL, "/v1.0/sites/root?$select=id,webUrl", NO),
          subscribed(
              PermissionCatalog.TERM_STORE_READ_ALL,
              "/v1.0/sites/root/termStore?$select=id",
              NOT_VERIFIABLE),
          subscribed(
              PermissionCatalog.DEVICE_MANAGEMENT_APPS_READ_ALL,
              "/v1.0/deviceAppManagement/mobileApps?$top=1&$select=id",
              NO),
          subscribed(
              PermissionCatalog.DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL,
              "/v1.0/deviceManagement/deviceConfigurations?$top=1&$select=id",
              NO),
          subscribed(
              PermissionCatalog.DEVICE_MANAGEMENT_MANAGED_DEVICES_READ_ALL,
              "/v1.0/deviceManagement/troubleshootingEvents?$top=1&$select=id",
              NO),
          subscribed(
              PermissionCatalog.DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL,
              "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities?$top=1&$select=id",
              NO),
          new Probe(
              PermissionCatalog.EDISCOVERY_READ_ALL,
              "/v1.0/security/cases/ediscoveryCases?$top=1&$select=id",
              false,
              NO,
              UNKNOWN,
              UNKNOWN,
              Set.of("china")),
          // Beta only, so it has a request of its own. Without published labels it refuses.
          probe(
              PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ,
              "/beta/security/informationProtection/sensitivityLabels?$top=1",
              SERVICE_ABSENT,
              SERVICE_ABSENT),
          new Probe(
              PermissionCatalog.SECURITY_EVENTS_READ_ALL,
              "/v1.0/security/secureScores?$top=1&$select=id,createdDateTime",
              false,
              NO,
              UNKNOWN,
              UNKNOWN,
              Set.of("china")));

  private Probes() {}

  /** In the order of the guide. */
  static List<Probe> all() {
    return ALL;
  }

  /** Empty for the delegated permission: nothing can try it without a user. */
  static Optional<Probe> of(GraphPermission permission) {
    return ALL.stream().filter(probe -> probe.permission().equals(permission)).findFirst();
  }

  private static Probe probe(
      GraphPermission permission, String path, Effective despiteRole, Effective notFound) {
    return new Probe(permission, path, false, despiteRole, notFound, UNKNOWN, Set.of());
  }

  /** Of Intune or SharePoint: a tenant without it answers 400 or 404. */
  private static Probe subscribed(GraphPermission permission, String path, Effective despiteRole) {
    return new Probe(
        permission, path, false, despiteRole, SERVICE_ABSENT, SERVICE_ABSENT, Set.of());
  }
}
