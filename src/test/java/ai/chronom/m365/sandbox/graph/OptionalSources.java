package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What opens to permissions that the guide does not ask for. */
final class OptionalSources {
  private static final int SCANNED = 120; // the company plan repeats
  private static final String DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  private final Contoso contoso;
  private final Answers answers;

  OptionalSources(Contoso contoso, Answers answers) {
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    sources.add("/users/{}/mailboxSettings/userPurpose", this::purpose);
    sources.add(
        "/places/microsoft.graph.room",
        request -> answers.list(request, "places/microsoft.graph.room", Paging.DIRECTORY, rooms()));
    sources.add(
        "/roleManagement/directory/roleEligibilityScheduleInstances",
        request ->
            answers.list(
                request,
                "roleManagement/directory/roleEligibilityScheduleInstances",
                Paging.ALL,
                eligible()));
    sources.add(
        "/admin/teams/userConfigurations",
        request ->
            answers.list(request, "admin/teams/userConfigurations", Paging.ALL, teamsUsers()));
    sources.add(
        "/identity/conditionalAccess/policies",
        request ->
            answers.list(request, "identity/conditionalAccess/policies", Paging.ALL, policies()));
    String calls = "/communications/callRecords/";
    sources.add(
        calls + "getPstnCalls(fromDateTime)",
        request -> calls(request, "pstnCallLogRow", pstnCalls()));
    sources.add(
        calls + "getDirectRoutingCalls(fromDateTime)",
        request -> calls(request, "directRoutingLogRow", directCalls()));
  }

  private Reply purpose(Request request) {
    String id = request.ids().get(0);
    Person person = contoso.find(id).orElseThrow(() -> GraphRefusal.noSuchObject(id));
    if (!person.hasMailbox()) {
      throw new GraphRefusal(
          404,
          "MailboxNotEnabledForRESTAPI",
          "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
    }
    return answers.one(
        request,
        "users('" + person.id() + "')/mailboxSettings/userPurpose",
        Props.of("value", person.mailboxPurpose()));
  }

  private List<Map<String, Object>> rooms() {
    List<Map<String, Object>> rows = new ArrayList<>();
    contoso
        .people()
        .filter(person -> person.mailboxPurpose().equals("room"))
        .forEach(
            person ->
                rows.add(
                    Props.of("id", Ids.of("room", person.number()))
                        .and("displayName", person.displayName())
                        .and("emailAddress", person.userPrincipalName())
                        .and("capacity", 12)
                        .and("bookingType", "standard")));
    return rows;
  }

  private List<Map<String, Object>> eligible() {
    return contoso
        .people()
        .limit(SCANNED)
        .filter(person -> person.situation() == Situation.DOUBLE_ASSIGNMENT)
        .<Map<String, Object>>map(
            person ->
                Props.of("id", Ids.of("eligible", person.number()))
                    .and("principalId", person.id())
                    .and("roleDefinitionId", DIRECTORY_READERS)
                    .and("directoryScopeId", "/")
                    .and("memberType", "Direct"))
        .toList();
  }

  private List<Map<String, Object>> teamsUsers() {
    List<Map<String, Object>> rows = new ArrayList<>();
    contoso
        .people()
        .filter(person -> person.isPhoneApplication() || has(person, "TEAMS1"))
        .forEach(person -> rows.add(teamsUser(person)));
    return rows;
  }

  private static boolean has(Person person, String plan) {
    return person.products().stream().anyMatch(product -> product.has(plan));
  }

  private static Map<String, Object> teamsUser(Person person) {
    return Props.of("id", person.id())
        .and("userPrincipalName", person.userPrincipalName())
        .and("accountType", person.isPhoneApplication() ? "resourceAccount" : "user")
        .and("isEnterpriseVoiceEnabled", person.hasPhoneNumber())
        .and(
            "telephoneNumbers",
            person.hasPhoneNumber()
                ? List.of(
                    Props.of("telephoneNumber", "+1425555" + (1_000 + person.number() % 9_000))
                        .and("assignmentCategory", "primary"))
                : List.of())
        .and(
            "effectivePolicyAssignments",
            List.of(
                Props.of("policyType", "TeamsMeetingPolicy")
                    .and(
                        "policyAssignment",
                        Props.of("displayName", "Global").and("assignmentType", "direct"))));
  }

  private static List<Map<String, Object>> policies() {
    return List.of(
        policy("Multifactor authentication for all", List.of("All"), List.of(), List.of()),
        policy(
            "Administrators at risk", List.of(), List.of(GLOBAL_ADMINISTRATOR), List.of("high")));
  }

  private static Map<String, Object> policy(
      String name, List<String> users, List<String> roles, List<String> risk) {
    return Props.of("id", Ids.of("policy " + name, 0))
        .and("displayName", name)
        .and("state", "enabled")
        .and(
            "conditions",
            Props.of("userRiskLevels", List.of())
                .and("signInRiskLevels", risk)
                .and("clientAppTypes", List.of("all"))
                .and(
                    "users",
                    Props.of("includeUsers", users)
                        .and("excludeUsers", List.of())
                        .and("includeGroups", List.of())
                        .and("excludeGroups", List.of())
                        .and("includeRoles", roles)
                        .and("excludeRoles", List.of())));
  }

  private Reply calls(Request request, String type, List<Map<String, Object>> rows) {
    return answers.list(
        request, "Collection(microsoft.graph.callRecords." + type + ")", Paging.ALL, rows);
  }

  private List<Map<String, Object>> pstnCalls() {
    List<Map<String, Object>> rows = new ArrayList<>();
    contoso
        .people()
        .forEach(
            person ->
                person
                    .calledAt()
                    .ifPresent(
                        at -> {
                          rows.add(call(person, at, "user_out", "Domestic"));
                          rows.add(call(person, at.minusSeconds(86_400), "user_in", null));
                          rows.add(call(person, at.minusSeconds(172_800), "conf_in", null));
                        }));
    return rows;
  }

  private static Map<String, Object> call(
      Person person, Instant at, String type, String destination) {
    return Props.of("id", Ids.of(type, person.number()))
        .and("userId", person.id())
        .and("userPrincipalName", person.userPrincipalName())
        .and("startDateTime", at.truncatedTo(ChronoUnit.SECONDS).toString())
        .and("duration", 219)
        .and("callType", type)
        .and("calleeNumber", "+1234567890")
        .and("callerNumber", "+0123456789")
        .and("destinationContext", destination)
        .and("operator", "Microsoft");
  }

  /** One desk has the tenant's own line. */
  private List<Map<String, Object>> directCalls() {
    return contoso
        .people()
        .filter(person -> person.calledAt().isPresent())
        .limit(1)
        .map(person -> call(person, person.calledAt().orElseThrow(), "ByotOut", null))
        .toList();
  }
}
