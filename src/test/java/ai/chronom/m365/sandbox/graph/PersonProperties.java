package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Assignment;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.ServicePlan;
import ai.chronom.m365.sandbox.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of users, each made only when it is asked for. */
final class PersonProperties {
  private static final Set<String> STANDARD =
      Set.of(
          "businessPhones",
          "displayName",
          "givenName",
          "jobTitle",
          "mail",
          "mobilePhone",
          "officeLocation",
          "preferredLanguage",
          "surname",
          "userPrincipalName",
          "id");
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final Contoso contoso;
  private final Map<String, Function<Person, @Nullable Object>> makers = new LinkedHashMap<>();
  private final Map<Integer, Json.Piece> plansByPlace = new ConcurrentHashMap<>();
  private final Map<Integer, Json.Piece> licensesByPlace = new ConcurrentHashMap<>();

  PersonProperties(Contoso contoso) {
    this.contoso = contoso;
    put("businessPhones", person -> List.of());
    put("displayName", Person::displayName);
    put("givenName", person -> orNull(person.givenName()));
    put("jobTitle", person -> orNull(person.jobTitle()));
    put("mail", person -> orNull(person.mail()));
    put("mobilePhone", person -> null);
    put("officeLocation", person -> person.jobTitle().isPresent() ? person.city() : null);
    put("preferredLanguage", person -> person.jobTitle().isPresent() ? "en-US" : null);
    put("surname", person -> orNull(person.surname()));
    put("userPrincipalName", Person::userPrincipalName);
    put("id", Person::id);
    account();
    work();
    licenses();
  }

  static PersonProperties withLeaveDates(Contoso contoso) {
    PersonProperties all = new PersonProperties(contoso);
    all.put(
        "employeeLeaveDateTime",
        person -> person.leavesAt().map(PersonProperties::time).orElse(null));
    return all;
  }

  /** Those wanted; without a wish, the ones that Graph gives of itself. */
  Map<String, Object> of(Person person, Set<String> wanted) {
    Map<String, Object> row = new LinkedHashMap<>();
    Map<String, Object> changed = contoso.changes().of(person.number());
    for (String name : wanted.isEmpty() ? makers.keySet() : wanted) {
      Function<Person, @Nullable Object> maker = makers.get(name);
      if (maker != null && (!wanted.isEmpty() || STANDARD.contains(name))) {
        row.put(name, changed.containsKey(name) ? changed.get(name) : maker.apply(person));
      }
    }
    return row;
  }

  private void put(String name, Function<Person, @Nullable Object> maker) {
    makers.put(name, maker);
  }

  private void account() {
    put("accountEnabled", Person::isEnabled);
    put("userType", person -> person.isGuest() ? "Guest" : "Member");
    put("externalUserState", person -> person.isExternal() ? "Accepted" : null);
    put(
        "externalUserStateChangeDateTime",
        person -> person.isExternal() ? time(person.createdAt()) : null);
    put("creationType", person -> person.isExternal() ? "Invitation" : null);
    put("createdDateTime", person -> time(person.createdAt()));
    put("mailNickname", Person::mailNickname);
    put("onPremisesSyncEnabled", person -> person.isSynced() ? Boolean.TRUE : null);
    put(
        "onPremisesLastSyncDateTime",
        person -> person.isSynced() ? contoso.startDay().minusDays(1) + "T23:12:00Z" : null);
    put("onPremisesSamAccountName", person -> person.isSynced() ? person.mailNickname() : null);
    put("signInActivity", this::signInActivity);
    put(
        "proxyAddresses",
        person -> person.mail().map(mail -> List.of("SMTP:" + mail)).orElse(List.of()));
  }

  private void work() {
    put("department", person -> orNull(person.department()));
    put("companyName", person -> person.isExternal() ? "Fabrikam" : "Contoso");
    put("employeeId", person -> orNull(person.employeeId()));
    put("employeeType", person -> orNull(person.employeeType()));
    put("employeeHireDate", person -> person.hiredAt().map(PersonProperties::time).orElse(null));
    put(
        "employeeOrgData",
        person ->
            person.jobTitle().isPresent()
                ? Props.of("division", "Contoso")
                    .and("costCenter", "CC" + (1000 + person.number() % 7))
                : null);
    put("usageLocation", Person::usageLocation);
    put("city", Person::city);
    put("country", Person::usageLocation);
  }

  private void licenses() {
    put(
        "assignedLicenses",
        person ->
            licensesByPlace.computeIfAbsent(
                person.place(), place -> Json.Piece.of(assignedLicenses(person))));
    put("licenseAssignmentStates", this::assignmentStates);
    put(
        "assignedPlans",
        person ->
            plansByPlace.computeIfAbsent(
                person.place(), place -> Json.Piece.of(assignedPlans(person))));
    put("provisionedPlans", person -> List.of());
  }

  private static List<Object> assignedLicenses(Person person) {
    List<Object> licenses = new ArrayList<>();
    for (Product product : person.products()) {
      licenses.add(
          Props.of("disabledPlans", disabledPlanIds(person, product))
              .and("skuId", product.skuId()));
    }
    return licenses;
  }

  /** Over all paths: a plan is off when every active path switches it off. */
  private static List<String> disabledPlanIds(Person person, Product product) {
    return product.plans().stream()
        .filter(plan -> isOff(person, product, plan))
        .map(ServicePlan::id)
        .toList();
  }

  private static boolean isOff(Person person, Product product, ServicePlan plan) {
    return person.assignments().stream()
        .filter(assignment -> assignment.isActive() && assignment.product().equals(product))
        .allMatch(assignment -> assignment.switchesOff(plan));
  }

  private Object assignmentStates(Person person) {
    List<Object> states = new ArrayList<>();
    for (Assignment assignment : person.assignments()) {
      states.add(
          Props.of("skuId", assignment.product().skuId())
              .and(
                  "disabledPlans",
                  assignment.product().plans().stream()
                      .filter(assignment::switchesOff)
                      .map(ServicePlan::id)
                      .toList())
              .and("assignedByGroup", assignment.byGroup().map(contoso::groupId).orElse(null))
              .and("state", assignment.isActive() ? "Active" : "Error")
              .and("error", assignment.isActive() ? "None" : assignment.error())
              .and("lastUpdatedDateTime", time(person.assignedAt())));
    }
    return states;
  }

  private static List<Object> assignedPlans(Person person) {
    List<Object> plans = new ArrayList<>();
    for (Product product : person.products()) {
      for (ServicePlan plan : product.plans()) {
        if (!isOff(person, product, plan)) {
          plans.add(
              Props.of("assignedDateTime", time(person.assignedAt()))
                  .and("capabilityStatus", "Enabled")
                  .and("service", plan.service())
                  .and("servicePlanId", plan.id()));
        }
      }
    }
    return plans;
  }

  /** "Never" comes in four spellings: the year 1, an empty text, null, and no property at all. */
  private @Nullable Object signInActivity(Person person) {
    boolean never = person.attemptedAt().isEmpty() && person.backgroundAt().isEmpty();
    int spelling = person.number() % 4;
    if (never && spelling == 0) {
      return Rows.ABSENT;
    }
    if (never && spelling == 1) {
      return null;
    }
    String blank = spelling == 2 ? "" : NEVER;
    Props activity = new Props();
    sign(activity, "SignIn", person, person.attemptedAt(), blank);
    sign(activity, "NonInteractiveSignIn", person, person.backgroundAt(), blank);
    sign(activity, "SuccessfulSignIn", person, person.succeededAt(), blank);
    return activity;
  }

  private static void sign(
      Props activity, String kind, Person person, Optional<Instant> at, String blank) {
    activity.and("last" + kind + "DateTime", at.map(PersonProperties::time).orElse(blank));
    activity.and("last" + kind + "RequestId", at.isPresent() ? Ids.of(kind, person.number()) : "");
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static @Nullable Object orNull(Optional<String> value) {
    return value.orElse(null);
  }
}
