package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The services beside the directory: Intune, SharePoint, eDiscovery, labels, terms of use, secure
 * score.
 */
final class ServiceSources {
  private static final String HOST = "contoso.sharepoint.com";
  private static final int DEVICES = 12;

  private final Registration registration;
  private final Contoso contoso;
  private final Answers answers;

  ServiceSources(Registration registration, Contoso contoso, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    intune(sources);
    sharePoint(sources);
    list(
        sources,
        "/identityGovernance/termsOfUse/agreements",
        "identityGovernance/termsOfUse/agreements",
        agreement());
    list(sources, "/security/cases/ediscoveryCases", "security/cases/ediscoveryCases", legalCase());
    list(sources, "/security/secureScores", "security/secureScores", secureScore());
    list(
        sources,
        "/security/informationProtection/sensitivityLabels",
        "security/informationProtection/sensitivityLabels",
        label("Confidential", 1),
        label("Public", 0));
    sources.add(
        "/admin/reportSettings",
        r ->
            answers.one(
                r,
                "admin/reportSettings",
                Props.of("id", "")
                    .and("displayConcealedNames", registration.is(Switch.CONCEALED_NAMES))));
  }

  @SafeVarargs
  private void list(Sources sources, String template, String context, Map<String, Object>... rows) {
    sources.add(template, request -> answers.list(request, context, Paging.ALL, List.of(rows)));
    sources.add(
        template + "/{}",
        request ->
            List.of(rows).stream()
                .filter(row -> request.id().equals(row.get("id")))
                .findFirst()
                .map(row -> answers.one(request, context, row))
                .orElseThrow(() -> GraphRefusal.noSuchObject(request.id())));
  }

  private void intune(Sources sources) {
    list(sources, "/deviceAppManagement/mobileApps", "deviceAppManagement/mobileApps", mobileApp());
    list(
        sources,
        "/deviceManagement/deviceConfigurations",
        "deviceManagement/deviceConfigurations",
        configuration());
    list(
        sources,
        "/deviceManagement/windowsAutopilotDeviceIdentities",
        "deviceManagement/windowsAutopilotDeviceIdentities",
        autopilot());
    list(
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
    sources.add(
        "/deviceAppManagement",
        r ->
            answers.one(
                r,
                "deviceAppManagement",
                Props.of("id", "").and("isEnabledForMicrosoftStoreForBusiness", false)));
  }

  private void sharePoint(Sources sources) {
    sources.add("/sites/root", r -> answers.one(r, "sites", site("", "Communication site")));
    sources.add("/sites/{}", this::site);
    sources.add("/sites", r -> answers.list(r, "sites", Paging.ALL, sites()));
    sources.add("/sites/getAllSites", r -> answers.list(r, "sites", Paging.ALL, sites()));
    sources.add("/sites/{}/termStore", this::termStore);
    sources.add("/users/{}/drive", this::drive);
  }

  private List<Map<String, Object>> sites() {
    return List.of(site("", "Communication site"), site("/sites/sales", "Sales"));
  }

  private Map<String, Object> site(String path, String name) {
    return Props.of(
            "id", HOST + "," + Ids.of("site collection" + path, 0) + "," + Ids.of("site" + path, 0))
        .and("createdDateTime", contoso.startDay().minusDays(1900) + "T08:16:02Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(2) + "T19:58:15Z")
        .and("name", path.isEmpty() ? "" : path.substring(path.lastIndexOf('/') + 1))
        .and("webUrl", "https://" + HOST + path)
        .and("displayName", name)
        .and("root", Props.of("@odata.type", "#microsoft.graph.root"))
        .and("siteCollection", Props.of("hostname", HOST));
  }

  private Reply site(Request request) {
    return answers.one(request, "sites", knownSite(request.id()));
  }

  private Map<String, Object> knownSite(String id) {
    return sites().stream()
        .filter(
            site ->
                id.equalsIgnoreCase(String.valueOf(site.get("id")))
                    || id.equals("root") && site.get("name").equals(""))
        .findFirst()
        .orElseThrow(
            () -> new GraphRefusal(404, "itemNotFound", "Requested site could not be found"));
  }

  private Reply termStore(Request request) {
    knownSite(request.ids().get(0));
    return answers.one(
        request,
        "sites('" + request.ids().get(0) + "')/termStore",
        Props.of("id", Ids.of("term store", 0))
            .and("defaultLanguageTag", "en-US")
            .and("languageTags", List.of("en-US", "de-DE")));
  }

  private Reply drive(Request request) {
    Person person =
        contoso
            .find(request.ids().get(0))
            .filter(Person::hasMailbox)
            .orElseThrow(
                () -> new GraphRefusal(404, "ResourceNotFound", "User's mysite not found."));
    long used = person.mailboxGigabytes() * 300_000_000L;
    return answers.one(
        request,
        "drives",
        Props.of("id", "b!" + Ids.of("drive", person.number()).replace("-", ""))
            .and("driveType", "business")
            .and(
                "lastModifiedDateTime",
                person.workedOn().map(day -> day + "T12:00:00Z").orElse(null))
            .and("name", "OneDrive")
            .and(
                "quota",
                Props.of("deleted", 0L)
                    .and("remaining", 1_099_511_627_776L - used)
                    .and("state", "normal")
                    .and("total", 1_099_511_627_776L)
                    .and("used", used)));
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
        .people()
        .filter(person -> person.situation() == Situation.ACTIVE)
        .limit(DEVICES)
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

  private Map<String, Object> agreement() {
    return Props.of("id", Ids.of("agreement", 0))
        .and("displayName", "All users terms of use")
        .and("termsExpiration", null)
        .and("userReacceptRequiredFrequency", "P90D")
        .and("isViewingBeforeAcceptanceRequired", false)
        .and("isPerDeviceAcceptanceRequired", false);
  }

  private Map<String, Object> legalCase() {
    return Props.of("id", Ids.of("case", 0))
        .and("displayName", "Contoso against Fabrikam")
        .and("description", "")
        .and("status", "active")
        .and("externalId", "")
        .and("createdDateTime", contoso.startDay().minusDays(90) + "T23:30:41Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(80) + "T23:30:41Z")
        .and("closedDateTime", null)
        .and(
            "lastModifiedBy",
            Props.of("application", null)
                .and("user", Props.of("id", null).and("displayName", "Contoso Admin")));
  }

  private Map<String, Object> secureScore() {
    String tenant = registration.identity().tenantId();
    return Props.of("id", tenant + "_" + contoso.startDay().minusDays(1))
        .and("azureTenantId", tenant)
        .and("activeUserCount", contoso.users() / 2)
        .and("createdDateTime", contoso.startDay().minusDays(1) + "T00:00:00Z")
        .and("currentScore", 387.0)
        .and("enabledServices", List.of("HasExchange", "HasSharePoint", "HasInTune"))
        .and("licensedUserCount", contoso.users())
        .and("maxScore", 697.0)
        .and(
            "averageComparativeScores",
            List.of(Props.of("basis", "AllTenants").and("averageScore", 37.0)))
        .and(
            "controlScores",
            List.of(
                Props.of("controlCategory", "Identity")
                    .and("controlName", "AdminMFA")
                    .and(
                        "description",
                        "Ensure multifactor authentication is enabled for all users in administrative roles")
                    .and("score", 35.0)))
        .and(
            "vendorInformation",
            Props.of("provider", "SecureScore")
                .and("providerVersion", null)
                .and("subProvider", null)
                .and("vendor", "Microsoft"));
  }

  private static Map<String, Object> label(String name, int sensitivity) {
    return Props.of("id", Ids.of("label " + name, 0))
        .and("name", name)
        .and("description", "")
        .and("color", "")
        .and("sensitivity", sensitivity)
        .and("tooltip", name)
        .and("isActive", true)
        .and("isAppliable", true)
        .and("contentFormats", List.of("file", "email"))
        .and("hasProtection", name.equals("Confidential"));
  }
}
