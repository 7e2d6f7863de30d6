package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Intune: apps, configurations, devices. */
final class IntuneSources {
  private static final int REGISTRATIONS = 5;
  private static final List<String> STATES =
      List.of(
          "compliantDeviceCount",
          "conflictDeviceCount",
          "errorDeviceCount",
          "nonCompliantDeviceCount",
          "notApplicableDeviceCount",
          "remediatedDeviceCount",
          "unknownDeviceCount");
  private static final Map<String, List<String>> SUMMARIES =
      Map.of(
          "/deviceManagement/deviceCompliancePolicyDeviceStateSummary", STATES,
          "/deviceManagement/deviceConfigurationDeviceStateSummaries", STATES,
          "/deviceManagement/softwareUpdateStatusSummary", STATES,
          "/deviceManagement/managedDeviceOverview",
              List.of("dualEnrolledDeviceCount", "enrolledDeviceCount", "mdmEnrolledCount"));

  private final Contoso contoso;
  private final Answers answers;

  IntuneSources(Contoso contoso, Answers answers) {
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    answers.collection(
        sources, "/deviceAppManagement/mobileApps", "deviceAppManagement/mobileApps", mobileApp());
    answers.collection(
        sources,
        "/deviceManagement/deviceConfigurations",
        "deviceManagement/deviceConfigurations",
        configuration());
    answers.collection(
        sources,
        "/deviceManagement/deviceCompliancePolicies",
        "deviceManagement/deviceCompliancePolicies",
        policy("#microsoft.graph.windows10CompliancePolicy", "Windows compliance"));
    answers.collection(
        sources,
        "/deviceManagement/deviceEnrollmentConfigurations",
        "deviceManagement/deviceEnrollmentConfigurations",
        policy("#microsoft.graph.deviceEnrollmentLimitConfiguration", "All users"));
    sources.add(
        "/deviceAppManagement/managedAppRegistrations",
        r ->
            answers.list(
                r, "deviceAppManagement/managedAppRegistrations", Paging.ALL, registrations()));
    answers.collection(
        sources,
        "/deviceManagement/windowsAutopilotDeviceIdentities",
        "deviceManagement/windowsAutopilotDeviceIdentities",
        autopilot());
    answers.collection(
        sources,
        "/deviceManagement/troubleshootingEvents",
        "deviceManagement/troubleshootingEvents",
        trouble());
    sources.add(
        "/deviceManagement/managedDevices",
        r -> answers.list(r, "deviceManagement/managedDevices", Paging.ALL, devices()));
    sources.add(
        "/deviceManagement",
        r ->
            answers.one(
                r,
                "deviceManagement",
                Props.of("id", Ids.of("intune", 0))
                    .and("subscriptionState", "active")
                    .and("intuneAccountId", Ids.of("intune account", 0))));
    SUMMARIES.forEach(
        (template, counts) -> sources.add(template, r -> summary(r, template, counts)));
    sources.add(
        "/deviceAppManagement",
        r ->
            answers.one(
                r,
                "deviceAppManagement",
                Props.of("id", "").and("isEnabledForMicrosoftStoreForBusiness", false)));
  }

  private Reply summary(Request request, String template, List<String> counts) {
    Props summary = Props.of("id", Ids.of("summary " + template, 0));
    counts.forEach(count -> summary.and(count, 0));
    return answers.one(request, template.substring(1), summary);
  }

  private Map<String, Object> mobileApp() {
    return Props.of("@odata.type", "#microsoft.graph.officeSuiteApp")
        .and("id", Ids.of("mobile app", 0))
        .and("displayName", "Microsoft 365 Apps for Windows 10 and later")
        .and("description", "Microsoft 365 Apps")
        .and("publisher", "Microsoft")
        .and("createdDateTime", contoso.startDay().minusDays(500) + "T08:00:00Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(50) + "T08:00:00Z")
        .and("isFeatured", false)
        .and("publishingState", "published");
  }

  private Map<String, Object> configuration() {
    return Props.of("@odata.type", "#microsoft.graph.windows10GeneralConfiguration")
        .and("id", Ids.of("device configuration", 0))
        .and("displayName", "Windows baseline")
        .and("description", null)
        .and("createdDateTime", contoso.startDay().minusDays(400) + "T08:00:00Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(40) + "T08:00:00Z")
        .and("version", 3);
  }

  private Map<String, Object> policy(String type, String name) {
    return Props.of("@odata.type", type)
        .and("id", Ids.of("policy " + name, 0))
        .and("displayName", name)
        .and("description", null)
        .and("createdDateTime", contoso.startDay().minusDays(400) + "T08:00:00Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(40) + "T08:00:00Z")
        .and("version", 2);
  }

  /** The people behind those with a device: their own phones, not enrolled. */
  private List<Map<String, Object>> registrations() {
    List<Map<String, Object>> rows = new ArrayList<>();
    contoso
        .people()
        .filter(person -> person.situation() == Situation.ACTIVE)
        .skip(Contoso.DEVICES)
        .limit(REGISTRATIONS)
        .forEach(person -> rows.add(registration(person)));
    return rows;
  }

  private Map<String, Object> registration(Person person) {
    return Props.of("@odata.type", "#microsoft.graph.androidManagedAppRegistration")
        .and("id", Ids.of("app registration", person.number()))
        .and("userId", person.id())
        .and("createdDateTime", contoso.startDay().minusDays(90) + "T00:02:43.5775965-08:00")
        .and("lastSyncDateTime", contoso.startDay().minusDays(2) + "T00:02:49.3205976-08:00")
        .and("applicationVersion", "4.2")
        .and("platformVersion", "15")
        .and("deviceType", "Android")
        .and("flaggedReasons", List.of("none"));
  }

  private Map<String, Object> autopilot() {
    return Props.of("id", Ids.of("autopilot", 0))
        .and("groupTag", "")
        .and("serialNumber", "5CG0123456")
        .and("manufacturer", "HP")
        .and("model", "EliteBook 840")
        .and("enrollmentState", "enrolled")
        .and("lastContactedDateTime", contoso.startDay().minusDays(1) + "T08:00:00Z");
  }

  private Map<String, Object> trouble() {
    return Props.of("@odata.type", "#microsoft.graph.enrollmentTroubleshootingEvent")
        .and("id", Ids.of("trouble", 0))
        .and("eventDateTime", contoso.startDay().minusDays(5) + "T08:00:00Z")
        .and("correlationId", Ids.of("trouble correlation", 0));
  }

  private List<Map<String, Object>> devices() {
    List<Map<String, Object>> rows = new ArrayList<>();
    contoso
        .deviceHolders()
        .forEach(
            person ->
                rows.add(
                    Props.of("id", Ids.of("device", person.number()))
                        .and("userId", person.id())
                        .and(
                            "deviceName",
                            String.format(Locale.ROOT, "CONTOSO-%05d", person.number()))
                        .and("operatingSystem", "Windows")
                        .and("complianceState", "compliant")
                        .and("managementAgent", "mdm")
                        .and("enrolledDateTime", contoso.startDay().minusDays(300) + "T08:00:00Z")
                        .and("lastSyncDateTime", contoso.startDay().minusDays(1) + "T07:00:00Z")
                        .and("userPrincipalName", person.userPrincipalName())));
    return rows;
  }
}
