package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.CompanySite;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.List;
import java.util.Map;

/** SharePoint and OneDrive: sites, term store, drives. */
final class SharePointSources {
  private static final String HOST = "contoso.sharepoint.com";

  private final Contoso contoso;
  private final Answers answers;

  SharePointSources(Contoso contoso, Answers answers) {
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    sources.add("/sites/root", r -> answers.one(r, "sites", sites().get(0)));
    sources.add("/sites/{}", this::site);
    sources.add("/sites", r -> answers.list(r, "sites", Paging.ALL, sites()));
    sources.add("/sites/getAllSites", r -> answers.list(r, "sites", Paging.ALL, sites()));
    sources.add("/sites/{}/termStore", this::termStore);
    sources.add(
        "/sites/{}/termStore/groups",
        r ->
            answers.list(
                r,
                "sites('" + knownSite(r.ids().get(0)).get("id") + "')/termStore/groups",
                Paging.ALL,
                List.of(termGroup("System", "system"), termGroup("Departments", "global"))));
    sources.add("/users/{}/drive", this::drive);
  }

  private List<Map<String, Object>> sites() {
    return CompanySite.ALL.stream().map(this::row).toList();
  }

  private Map<String, Object> row(CompanySite site) {
    String path = site.path();
    return Props.of("id", HOST + "," + site.id() + "," + site.webId())
        .and("createdDateTime", contoso.startDay().minusDays(1900) + "T08:16:02Z")
        .and("lastModifiedDateTime", contoso.startDay().minusDays(2) + "T19:58:15Z")
        .and("name", path.isEmpty() ? "" : path.substring(path.lastIndexOf('/') + 1))
        .and("webUrl", "https://" + HOST + path)
        .and("displayName", site.name())
        .and("isPersonalSite", false)
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

  private Map<String, Object> termGroup(String name, String scope) {
    return Props.of("id", Ids.of("term group " + name, 0))
        .and("createdDateTime", contoso.startDay().minusDays(1000) + "T20:01:37Z")
        .and("description", null)
        .and("displayName", name)
        .and("parentSiteId", null)
        .and("scope", scope);
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
}
