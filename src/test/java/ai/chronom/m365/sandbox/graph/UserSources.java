package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.LicenseGroup;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users: the collection, single ones, and what hangs on them. */
final class UserSources {
  // Only a single user shows these; a collection answers 501.
  private static final Set<String> NOT_IN_COLLECTIONS =
      Set.of(
          "aboutMe",
          "birthday",
          "hireDate",
          "interests",
          "mySite",
          "pastProjects",
          "preferredName",
          "responsibilities",
          "schools",
          "skills",
          "mailboxSettings");
  private static final int DELETED = 3;

  private final Contoso contoso;
  private final Answers answers;
  private final PersonProperties properties;
  private final PersonProperties withLeaveDates;
  private final UserDeltas deltas;
  private final WrittenPages pages;

  UserSources(Contoso contoso, Answers answers, UserDeltas deltas) {
    this.contoso = contoso;
    this.answers = answers;
    this.deltas = deltas;
    this.pages = new WrittenPages(contoso.changes());
    this.properties = new PersonProperties(contoso);
    this.withLeaveDates = PersonProperties.withLeaveDates(contoso);
  }

  void addTo(Sources sources) {
    sources.add("/users", this::users);
    sources.addCountable(
        "/users", request -> new PeopleRows(contoso, properties, person -> true, false));
    sources.add("/users/delta", request -> deltas.answer(request, properties));
    sources.add(
        "/users/{}",
        request -> answers.one(request, "users", properties.of(person(request), wanted(request))));
    sources.add("/users/{}/licenseDetails", this::licenseDetails);
    sources.add("/users/{}/memberOf", this::memberOf);
    sources.add("/users/{}/transitiveMemberOf", this::memberOf);
    for (String empty :
        List.of("appRoleAssignments", "oauth2PermissionGrants", "registeredDevices")) {
      sources.add("/users/{}/" + empty, request -> emptyOf(request, empty));
    }
    sources.add("/directory/deletedItems/microsoft.graph.user", this::deleted);
  }

  private Reply users(Request request) {
    for (String name : request.query().select()) {
      if (NOT_IN_COLLECTIONS.stream().anyMatch(name::equalsIgnoreCase)) {
        throw new GraphRefusal(
            501, "NotImplemented", "Property '" + name + "' is not supported in this operation.");
      }
    }
    Paging paging =
        request.query().selects("signInActivity") ? Paging.SIGN_IN_ACTIVITY : Paging.DIRECTORY;
    boolean asksWhenPeopleLeave = request.query().selects("employeeLeaveDateTime");
    // Whoever may not know when people leave is not refused: the date is just never there.
    boolean may = request.grant().roles().contains("User-LifeCycleInfo.Read.All");
    Rows everybody =
        new PeopleRows(contoso, may ? withLeaveDates : properties, person -> true, false);
    return asksWhenPeopleLeave
        ? answers.list(request, "users", paging, everybody)
        : pages.of(request, () -> answers.list(request, "users", paging, everybody));
  }

  private static Set<String> wanted(Request request) {
    return Set.copyOf(request.query().select());
  }

  private Person person(Request request) {
    String id = request.ids().get(0);
    return contoso
        .find(id)
        .filter(person -> !contoso.changes().isRemoved(person.number()))
        .orElseThrow(() -> GraphRefusal.noSuchObject(id));
  }

  private Reply licenseDetails(Request request) {
    Person person = person(request);
    List<Map<String, Object>> details = new ArrayList<>();
    for (Product product : person.products()) {
      List<Object> plans = new ArrayList<>();
      product
          .plans()
          .forEach(
              plan ->
                  plans.add(
                      Props.of("servicePlanId", plan.id())
                          .and("servicePlanName", plan.name())
                          .and("provisioningStatus", plan.provisioningStatus())
                          .and("appliesTo", plan.appliesTo())));
      details.add(
          Props.of("id", Ids.of(product.partNumber(), person.number()))
              .and("skuId", product.skuId())
              .and("skuPartNumber", product.partNumber())
              .and("servicePlans", plans));
    }
    return answers.list(
        request, "users('" + person.id() + "')/licenseDetails", Paging.ALL, details);
  }

  private Reply memberOf(Request request) {
    Person person = person(request);
    List<Map<String, Object>> groups = new ArrayList<>();
    for (LicenseGroup group : contoso.groups()) {
      if (person.isMemberOf(group)) {
        groups.add(
            Props.of("@odata.type", "#microsoft.graph.group")
                .and("id", contoso.groupId(group))
                .and("displayName", group.displayName()));
      }
    }
    return answers.list(request, "directoryObjects", Paging.DIRECTORY, groups);
  }

  private Reply emptyOf(Request request, String name) {
    Person person = person(request);
    return answers.list(
        request, "users('" + person.id() + "')/" + name, Paging.DIRECTORY, List.of());
  }

  private List<Object> binned() {
    return contoso.binned().stream()
        .<Object>map(product -> Props.of("disabledPlans", List.of()).and("skuId", product.skuId()))
        .toList();
  }

  /** People who left and still lie in the bin, as a rule without licenses. */
  private Reply deleted(Request request) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < DELETED; i++) {
      String id = Ids.of("deleted user", i);
      rows.add(
          Props.of("id", id)
              .and("displayName", "Former Employee " + (i + 1))
              .and("userPrincipalName", id.replace("-", "") + "former" + (i + 1) + "@contoso.com")
              .and("deletedDateTime", contoso.startDay().minusDays(4 + 9L * i) + "T10:00:00Z")
              .and("accountEnabled", false)
              .and("assignedLicenses", i == 0 ? binned() : List.of()));
    }
    return answers.list(request, "directoryObjects", Paging.DIRECTORY, rows);
  }
}
