package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Assignment;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.LicenseGroup;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups, above all those that hand out licenses. */
final class GroupSources {
  private final Contoso contoso;
  private final Answers answers;
  private final PersonProperties properties;

  GroupSources(Contoso contoso, Answers answers) {
    this.contoso = contoso;
    this.answers = answers;
    this.properties = new PersonProperties(contoso);
  }

  void addTo(Sources sources) {
    sources.add("/groups", request -> answers.list(request, "groups", Paging.DIRECTORY, rows()));
    sources.addCountable("/groups", request -> Rows.of(rows()));
    sources.add("/groups/delta", request -> answers.delta(request, "groups", Rows.of(rows())));
    sources.add("/groups/{}", request -> answers.one(request, "groups", row(group(request))));
    for (String members : List.of("members", "transitiveMembers")) {
      sources.add("/groups/{}/" + members, this::members);
      sources.addCountable("/groups/{}/" + members, request -> memberRows(group(request)));
    }
    sources.add("/groups/{}/membersWithLicenseErrors", this::membersWithErrors);
  }

  private List<Map<String, Object>> rows() {
    return contoso.groups().stream().map(this::row).toList();
  }

  private LicenseGroup group(Request request) {
    String id = request.ids().get(0);
    Optional<LicenseGroup> found =
        contoso.groups().stream()
            .filter(group -> contoso.groupId(group).equalsIgnoreCase(id))
            .findFirst();
    return found.orElseThrow(() -> GraphRefusal.noSuchObject(id));
  }

  private Map<String, Object> row(LicenseGroup group) {
    List<Object> licenses =
        group
            .product()
            .map(
                product ->
                    List.<Object>of(
                        Props.of("disabledPlans", List.of()).and("skuId", product.skuId())))
            .orElse(List.of());
    return Props.of("id", contoso.groupId(group))
        .and("deletedDateTime", null)
        .and("createdDateTime", contoso.startDay().minusDays(800) + "T08:00:00Z")
        .and("description", null)
        .and("displayName", group.displayName())
        .and("groupTypes", group.isDynamic() ? List.of("DynamicMembership") : List.of())
        .and("mail", null)
        .and("mailEnabled", false)
        .and("mailNickname", "licensing-" + group.key())
        .and("membershipRule", group.isDynamic() ? group.membershipRule() : null)
        .and("membershipRuleProcessingState", group.isDynamic() ? "On" : null)
        .and("onPremisesSyncEnabled", null)
        .and("securityEnabled", true)
        .and("assignedLicenses", licenses)
        .and(
            "licenseProcessingState",
            licenses.isEmpty() ? null : Props.of("state", "ProcessingComplete"))
        .and("hasMembersWithLicenseErrors", hasErrors(group));
  }

  private boolean hasErrors(LicenseGroup group) {
    return contoso.people().limit(SCANNED).anyMatch(person -> fails(person, group));
  }

  // The plan repeats after 120 people: who is not among them is nowhere.
  private static final long SCANNED = 120;

  private static boolean fails(Person person, LicenseGroup group) {
    return person.assignments().stream()
        .filter(assignment -> !assignment.isActive())
        .map(Assignment::byGroup)
        .anyMatch(by -> by.filter(group::equals).isPresent());
  }

  private Reply members(Request request) {
    return answers.list(request, "directoryObjects", Paging.DIRECTORY, memberRows(group(request)));
  }

  private Rows memberRows(LicenseGroup group) {
    return new PeopleRows(contoso, properties, person -> person.isMemberOf(group), true);
  }

  private Reply membersWithErrors(Request request) {
    LicenseGroup group = group(request);
    Rows rows = new PeopleRows(contoso, properties, person -> fails(person, group), true);
    return answers.list(request, "directoryObjects", Paging.DIRECTORY, rows);
  }
}
