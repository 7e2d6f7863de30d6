package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.util.Map;

/** Intune: devices and protected apps of users, and which parts of it are set up at all. */
final class IntuneItems {
  private static final String MANAGEMENT = "/v1.0/deviceManagement/";
  private static final String APPS = "/v1.0/deviceAppManagement/";

  private IntuneItems() {}

  static final ScanCollection INTUNE_APPS =
      ItemsCollection.of(
          CollectionName.INTUNE_APPS,
          PermissionCatalog.DEVICE_MANAGEMENT_APPS_READ_ALL,
          APPS + "mobileApps?$select=id,displayName,publishingState,lastModifiedDateTime",
          "Which apps Intune delivers: a sign that its license is used.",
          new ItemsCollection.Names(
              "displayName", "@odata.type", "publishingState", "lastModifiedDateTime"));

  static final ScanCollection APP_PROTECTIONS =
      new PagedCollection<>(
          new Declaration(
              CollectionName.APP_PROTECTIONS,
              PermissionCatalog.DEVICE_MANAGEMENT_APPS_READ_ALL,
              APPS + "managedAppRegistrations",
              "Who uses protected apps without an enrolled device.",
              UserTables.APP_PROTECTION.name()),
          new ObjectReader.Shape<>(
              Map.of(
                  "id", ObjectReader.text(64),
                  "userId", JsonCursor::guid,
                  "lastSyncDateTime", JsonCursor::time),
              found ->
                  found
                      .text("id")
                      .map(
                          id ->
                              new OfUser<>(
                                  found.text("userId").orElse(""),
                                  new AppProtection(
                                      id, found.time("lastSyncDateTime").orElse(null))))),
          UserTables.APP_PROTECTION.rows());

  static final ScanCollection DEVICE_CONFIGURATIONS =
      ItemsCollection.of(
          CollectionName.DEVICE_CONFIGURATIONS,
          PermissionCatalog.DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL,
          MANAGEMENT + "deviceConfigurations?$select=id,displayName,lastModifiedDateTime",
          "Which device policies exist: licensed features in use are respected.",
          ItemsCollection.Names.USUAL);

  static final ScanCollection COMPLIANCE_POLICIES =
      ItemsCollection.of(
          CollectionName.COMPLIANCE_POLICIES,
          PermissionCatalog.DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL,
          MANAGEMENT + "deviceCompliancePolicies?$select=id,displayName,lastModifiedDateTime",
          "Which compliance policies exist: Conditional Access may rest on them.",
          ItemsCollection.Names.USUAL);

  static final ScanCollection MANAGED_DEVICES =
      new PagedCollection<>(
          new Declaration(
              CollectionName.MANAGED_DEVICES,
              PermissionCatalog.DEVICE_MANAGEMENT_MANAGED_DEVICES_READ_ALL,
              MANAGEMENT
                  + "managedDevices?$select=id,userId,operatingSystem,managementAgent,"
                  + "lastSyncDateTime&$top=1000",
              "Who has a managed device, and when it was last seen.",
              UserTables.DEVICE.name()),
          new ObjectReader.Shape<>(
              Map.of(
                  "id", ObjectReader.text(64),
                  "userId", JsonCursor::guid,
                  "operatingSystem", ObjectReader.text(64),
                  "managementAgent", ObjectReader.text(64),
                  "lastSyncDateTime", JsonCursor::time),
              found ->
                  found
                      .text("id")
                      .map(
                          id ->
                              new OfUser<>(
                                  found.text("userId").orElse(""),
                                  new ManagedDevice(
                                      id,
                                      found.text("operatingSystem").orElse(null),
                                      found.text("managementAgent").orElse(null),
                                      found.time("lastSyncDateTime").orElse(null))))),
          UserTables.DEVICE.rows());

  static final ScanCollection AUTOPILOT_DEVICES =
      ItemsCollection.of(
          CollectionName.AUTOPILOT_DEVICES,
          PermissionCatalog.DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL,
          MANAGEMENT + "windowsAutopilotDeviceIdentities",
          "Devices that set themselves up: their users need Intune from the first day.",
          new ItemsCollection.Names("-", "--", "enrollmentState", "lastContactedDateTime"));

  static final ScanCollection ENROLLMENT_CONFIGURATIONS =
      ItemsCollection.of(
          CollectionName.ENROLLMENT_CONFIGURATIONS,
          PermissionCatalog.DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL,
          MANAGEMENT + "deviceEnrollmentConfigurations",
          "How devices enroll: a sign that Intune is in use.",
          ItemsCollection.Names.USUAL);
}
