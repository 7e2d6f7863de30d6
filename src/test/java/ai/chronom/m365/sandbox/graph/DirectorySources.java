package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.ServicePlan;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tenant itself, its domains, its administrators. */
final class DirectorySources {

  private final Registration registration;
  private final Contoso contoso;
  private final Answers answers;
  private final PersonProperties properties;

  DirectorySources(Registration registration, Contoso contoso, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.answers = answers;
    this.properties = new PersonProperties(contoso);
  }

  private record Role(String name, String templateId, Set<Situation> holders) {}

  private static final List<Role> ROLES =
      List.of(
          new Role(
              "Global Administrator",
              "62e90394-69f5-4237-9190-012177145e10",
              Set.of(Situation.BREAK_GLASS_ACCOUNT, Situation.ADMIN_SECONDARY_ACCOUNT)),
          new Role(
              "Directory Readers",
              "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
              Set.of(Situation.ADMIN_WITH_ONE_ACCOUNT)),
          new Role(
              "Directory Synchronization Accounts",
              "d29b2b05-8046-44ba-8758-1e26182fcf32",
              Set.of(Situation.SYNC_ACCOUNT)));

  void addTo(Sources sources) {
    sources.add(
        "/organization",
        request -> answers.list(request, "organization", Paging.ALL, List.of(organization())));
    sources.add(
        "/domains", request -> answers.list(request, "domains", Paging.DIRECTORY, domains()));
    sources.add("/directoryRoles", this::roles);
    sources.add("/directoryRoles/{}/members", this::members);
    sources.add(
        "/roleManagement/directory/roleDefinitions",
        request ->
            answers.list(
                request, "roleManagement/directory/roleDefinitions", Paging.ALL, definitions()));
    sources.add(
        "/roleManagement/directory/roleAssignments",
        request ->
            answers.list(
                request, "roleManagement/directory/roleAssignments", Paging.ALL, assignments()));
    sources.add("/directoryObjects/{}", this::object);
  }

  private Map<String, Object> organization() {
    return Props.of("id", registration.identity().tenantId())
        .and("deletedDateTime", null)
        .and("businessPhones", List.of("425-555-0100"))
        .and("city", "Redmond")
        .and("country", null)
        .and("countryLetterCode", "US")
        .and("createdDateTime", contoso.startDay().minusDays(2000) + "T10:30:06Z")
        .and("defaultUsageLocation", "US")
        .and("displayName", contoso.displayName())
        .and("marketingNotificationEmails", List.of())
        .and("onPremisesLastSyncDateTime", contoso.startDay().minusDays(1) + "T23:12:00Z")
        .and("onPremisesSyncEnabled", true)
        .and("preferredLanguage", "en")
        .and("technicalNotificationMails", List.of("admin@contoso.com"))
        .and("tenantType", "AAD")
        .and("assignedPlans", plans())
        .and("provisionedPlans", List.of())
        .and(
            "verifiedDomains",
            List.of(
                verifiedDomain(Registration.DOMAIN, true, false),
                verifiedDomain(Registration.CUSTOM_DOMAIN, false, true)));
  }

  /** One entry per plan of anything bought. */
  private List<Object> plans() {
    Map<String, Object> plans = new LinkedHashMap<>();
    for (Product product : Products.all()) {
      for (ServicePlan plan : product.plans()) {
        plans.putIfAbsent(
            plan.id(),
            Props.of("assignedDateTime", contoso.startDay().minusDays(365) + "T02:46:42Z")
                .and("capabilityStatus", "Enabled")
                .and("service", plan.service())
                .and("servicePlanId", plan.id()));
      }
    }
    return List.copyOf(plans.values());
  }

  private static Map<String, Object> verifiedDomain(
      String name, boolean initial, boolean standard) {
    return Props.of("capabilities", "Email, OfficeCommunicationsOnline")
        .and("isDefault", standard)
        .and("isInitial", initial)
        .and("name", name)
        .and("type", "Managed");
  }

  private List<Map<String, Object>> domains() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : List.of(Registration.DOMAIN, Registration.CUSTOM_DOMAIN)) {
      boolean initial = name.equals(Registration.DOMAIN);
      rows.add(
          Props.of("id", name)
              .and("authenticationType", "Managed")
              .and("availabilityStatus", null)
              .and("isAdminManaged", true)
              .and("isDefault", !initial)
              .and("isInitial", initial)
              .and("isRoot", true)
              .and("isVerified", true)
              .and("supportedServices", List.of("Email", "OfficeCommunicationsOnline")));
    }
    return rows;
  }

  private Reply roles(Request request) {
    boolean members =
        request.query().option("$expand").filter("members"::equalsIgnoreCase).isPresent();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Role role : ROLES) {
      Props row =
          Props.of("id", roleId(role))
              .and("deletedDateTime", null)
              .and("description", role.name())
              .and("displayName", role.name())
              .and("roleTemplateId", role.templateId());
      rows.add(members ? row.and("members", memberRows(role)) : row);
    }
    return answers.list(request, "directoryRoles", Paging.DIRECTORY, rows);
  }

  private static String roleId(Role role) {
    return Ids.of("role " + role.name(), 0);
  }

  private List<Person> holders(Role role) {
    return contoso
        .eligibleForRoles()
        .filter(person -> role.holders().contains(person.situation()))
        .toList();
  }

  private List<Map<String, Object>> memberRows(Role role) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Person person : holders(role)) {
      Props row = Props.of("@odata.type", "#microsoft.graph.user");
      row.putAll(properties.of(person, Set.of()));
      rows.add(row);
    }
    return rows;
  }

  private Reply members(Request request) {
    Role role =
        ROLES.stream()
            .filter(each -> roleId(each).equals(request.ids().get(0)))
            .findFirst()
            .orElseThrow(() -> GraphRefusal.noSuchObject(request.ids().get(0)));
    return answers.list(request, "directoryObjects", Paging.DIRECTORY, memberRows(role));
  }

  private List<Map<String, Object>> definitions() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Role role : ROLES) {
      rows.add(
          Props.of("id", role.templateId())
              .and("description", role.name())
              .and("displayName", role.name())
              .and("isBuiltIn", true)
              .and("isEnabled", true)
              .and("templateId", role.templateId())
              .and("version", "1"));
    }
    return rows;
  }

  private List<Map<String, Object>> assignments() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Role role : ROLES) {
      for (Person person : holders(role)) {
        rows.add(
            Props.of("id", Ids.of("assigned " + role.name(), person.number()))
                .and("principalId", person.id())
                .and("directoryScopeId", "/")
                .and("roleDefinitionId", role.templateId()));
      }
    }
    return rows;
  }

  private Reply object(Request request) {
    Person person =
        contoso.find(request.id()).orElseThrow(() -> GraphRefusal.noSuchObject(request.id()));
    Props row = Props.of("@odata.type", "#microsoft.graph.user");
    row.putAll(properties.of(person, Set.of()));
    return answers.one(request, "directoryObjects", row);
  }
}
