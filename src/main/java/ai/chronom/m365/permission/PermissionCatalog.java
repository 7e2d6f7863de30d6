package ai.chronom.m365.permission;

import static ai.chronom.m365.permission.PermissionType.APPLICATION;
import static ai.chronom.m365.permission.PermissionType.DELEGATED;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one list of permissions: pages, REST, scripts, docs and tests derive from it. In the order of
 * the guide. Ids from Microsoft's permissions reference (microsoft-graph-devx-content, 2026-08-07).
 */
public final class PermissionCatalog {
  /** The service that owns all our permissions, the same in every tenant and cloud. */
  public static final UUID MICROSOFT_GRAPH =
      UUID.fromString("00000003-0000-0000-c000-000000000000");

  public static final GraphPermission USER_READ =
      delegated(
          "User.Read",
          "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
          "User",
          "Lets the admin who signs in to the app registration see who is signed in.");
  public static final GraphPermission DIRECTORY_READ_ALL =
      application(
          "Directory.Read.All",
          "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
          "Directory",
          "Reads users, groups, bought licenses, their renewal dates, and our own permissions.");
  public static final GraphPermission AGREEMENT_READ_ALL =
      application(
          "Agreement.Read.All",
          "2f3e6f8c-093b-4c57-a58b-ba5ce494a169",
          "Agreement",
          "Reads which terms of use exist, a sign of licensed governance features in use.");
  public static final GraphPermission AUDIT_LOG_READ_ALL =
      application(
          "AuditLog.Read.All",
          "b0afded3-3588-46d8-8b3d-9842eff778da",
          "AuditLog",
          "Reads when each account last signed in, the strongest sign that a license is used.");
  public static final GraphPermission REPORTS_READ_ALL =
      application(
          "Reports.Read.All",
          "230c1aed-a721-4c5d-9cb4-a90514e508ef",
          "Reports",
          "Reads Microsoft's usage reports: which services each licensed user really used.");
  public static final GraphPermission SITES_READ_ALL =
      application(
          "Sites.Read.All",
          "332a536c-c7ef-4017-ab91-336970924f0d",
          "Sites",
          "Reads sites and storage sizes, which decide whether a smaller plan would fit.");
  public static final GraphPermission TERM_STORE_READ_ALL =
      application(
          "TermStore.Read.All",
          "ea047cc2-df29-4f3e-83a3-205de61501ca",
          "TermStore",
          "Reads whether managed terms are in use, a feature of some SharePoint plans.");
  public static final GraphPermission DEVICE_MANAGEMENT_APPS_READ_ALL =
      application(
          "DeviceManagementApps.Read.All",
          "7a6ee1e7-141e-4cec-ae74-d9db155731ff",
          "DeviceManagementApps",
          "Reads Intune's apps and app protection, which count as use of an Intune license.");
  public static final GraphPermission DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL =
      application(
          "DeviceManagementConfiguration.Read.All",
          "dc377aa6-52d8-4e23-b271-2a7ae04cedf3",
          "DeviceManagementConfiguration",
          "Reads which Intune policies exist, so that licensed features in use are respected.");
  public static final GraphPermission DEVICE_MANAGEMENT_MANAGED_DEVICES_READ_ALL =
      application(
          "DeviceManagementManagedDevices.Read.All",
          "2f51be20-0bb4-4fed-bf7b-db946066c75e",
          "DeviceManagementManagedDevices",
          "Reads which users have a managed device, and when it was last seen.");
  public static final GraphPermission DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL =
      application(
          "DeviceManagementServiceConfig.Read.All",
          "06a5fe6d-c49d-46a7-b082-56b1b14103c7",
          "DeviceManagementServiceConfig",
          "Reads Autopilot and enrollment settings, a sign of Intune in use.");
  public static final GraphPermission EDISCOVERY_READ_ALL =
      application(
          "eDiscovery.Read.All",
          "50180013-6191-4d1e-a373-e590ff4e66af",
          "eDiscovery",
          "Reads whose data is on legal hold, so that no such license is ever proposed for removal.");
  public static final GraphPermission INFORMATION_PROTECTION_POLICY_READ =
      new GraphPermission(
          "InformationProtectionPolicy.Read",
          "InformationProtectionPolicy.Read.All",
          APPLICATION,
          UUID.fromString("19da66cb-0fb0-4390-b071-ebc76a349482"),
          "InformationProtectionPolicy",
          "Reads whether sensitivity labels are published, a feature of the dearer plans.",
          true);
  public static final GraphPermission SECURITY_EVENTS_READ_ALL =
      application(
          "SecurityEvents.Read.All",
          "bf394140-e372-4bf9-a898-299cfc7564e5",
          "SecurityEvents",
          "Reads the secure score, which names the licensed security features in use.");

  /** The delegated scope that the portal offers under the guide's name: the wrong one to pick. */
  public static final UUID INFORMATION_PROTECTION_POLICY_READ_DELEGATED =
      UUID.fromString("4ad84827-5578-4e18-ad7a-86530b12f884");

  private static final List<GraphPermission> ALL =
      List.of(
          USER_READ,
          DIRECTORY_READ_ALL,
          AGREEMENT_READ_ALL,
          AUDIT_LOG_READ_ALL,
          REPORTS_READ_ALL,
          SITES_READ_ALL,
          TERM_STORE_READ_ALL,
          DEVICE_MANAGEMENT_APPS_READ_ALL,
          DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL,
          DEVICE_MANAGEMENT_MANAGED_DEVICES_READ_ALL,
          DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL,
          EDISCOVERY_READ_ALL,
          INFORMATION_PROTECTION_POLICY_READ,
          SECURITY_EVENTS_READ_ALL);

  private PermissionCatalog() {}

  /** All fourteen, in the order of the guide. */
  public static List<GraphPermission> all() {
    return ALL;
  }

  /** The thirteen that work without a signed-in user. */
  public static List<GraphPermission> application() {
    return ALL.stream().filter(permission -> permission.type() == APPLICATION).toList();
  }

  public static Optional<GraphPermission> findByRole(String graphRole) {
    return ALL.stream().filter(permission -> permission.graphRole().equals(graphRole)).findFirst();
  }

  private static GraphPermission application(
      String name, String id, String category, String purpose) {
    return new GraphPermission(
        name, name, APPLICATION, UUID.fromString(id), category, purpose, true);
  }

  private static GraphPermission delegated(
      String name, String id, String category, String purpose) {
    return new GraphPermission(
        name, name, DELEGATED, UUID.fromString(id), category, purpose, false);
  }
}
