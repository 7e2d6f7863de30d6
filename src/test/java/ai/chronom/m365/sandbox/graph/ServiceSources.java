package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import java.util.List;
import java.util.Map;

/** Security and compliance: eDiscovery, labels, terms of use, secure score. */
final class ServiceSources {
  private final Registration registration;
  private final Contoso contoso;
  private final Answers answers;

  ServiceSources(Registration registration, Contoso contoso, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    answers.collection(
        sources,
        "/identityGovernance/termsOfUse/agreements",
        "identityGovernance/termsOfUse/agreements",
        agreement());
    answers.collection(
        sources, "/security/cases/ediscoveryCases", "security/cases/ediscoveryCases", legalCase());
    answers.collection(sources, "/security/secureScores", "security/secureScores", secureScore());
    answers.collection(
        sources,
        "/security/informationProtection/sensitivityLabels",
        "security/informationProtection/sensitivityLabels",
        label("Confidential", 1),
        label("Public", 0));
    String cases = "/security/cases/ediscoveryCases/{}/";
    sources.add(
        cases + "custodians",
        r ->
            answers.list(
                r,
                "security/cases/ediscoveryCases('" + openCase(r) + "')/custodians",
                Paging.ALL,
                contoso.custodians().map(this::custodian).toList()));
    sources.add(
        cases + "legalHolds",
        r ->
            answers.list(
                r,
                "security/cases/ediscoveryCases('" + openCase(r) + "')/legalHolds",
                Paging.ALL,
                List.of(legalHold())));
    sources.add(
        "/admin/reportSettings",
        r ->
            answers.one(
                r,
                "admin/reportSettings",
                Props.of("id", "")
                    .and("displayConcealedNames", registration.is(Switch.CONCEALED_NAMES))));
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

  private static String openCase(Request request) {
    String id = request.ids().get(0);
    if (!id.equals(Ids.of("case", 0))) {
      throw new GraphRefusal(404, "NotFound", "Case not found.");
    }
    return id;
  }

  /** Exchange knows people by their address. */
  private Map<String, Object> custodian(Person person) {
    return Props.of("id", Ids.of("custodian", person.number()).replace("-", ""))
        .and("status", "active")
        .and("holdStatus", "applied")
        .and("createdDateTime", contoso.startDay().minusDays(85) + "T00:58:19.0702426Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(85) + "T00:58:19.0702436Z")
        .and("releasedDateTime", null)
        .and("displayName", person.displayName())
        .and("email", person.mail().orElse(""))
        .and("acknowledgedDateTime", "0001-01-01T00:00:00Z");
  }

  private Map<String, Object> legalHold() {
    return Props.of("id", Ids.of("hold", 0))
        .and("isEnabled", true)
        .and("errors", List.of())
        .and("contentQuery", "")
        .and("description", null)
        .and("createdDateTime", contoso.startDay().minusDays(85) + "T01:09:53Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(85) + "T02:36:26Z")
        .and("status", "success")
        .and("displayName", "CustodianHold");
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
