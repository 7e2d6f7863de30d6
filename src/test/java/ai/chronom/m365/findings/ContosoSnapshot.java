package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.sandbox.contoso.Assignment;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.LicenseGroup;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.ServicePlan;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.Inventory;
import ai.chronom.m365.scan.LicensedGroup;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Contoso as a perfect scan would see it, without the wire between. */
final class ContosoSnapshot {
  /** Contoso without its wire has no traces of use beside sign-ins and the active-user report. */
  private static final Set<CollectionName> UNREAD =
      Set.of(
          CollectionName.REPORT_APPS,
          CollectionName.REPORT_ACTIVATIONS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.REPORT_ONE_DRIVE,
          CollectionName.REPORT_TEAMS,
          CollectionName.REPORT_COPILOT,
          CollectionName.SIGN_INS,
          CollectionName.MANAGED_DEVICES,
          CollectionName.APP_PROTECTIONS,
          CollectionName.DELETED_USERS);

  private static final int REPORT_LAG_DAYS = 2;
  private static final int REPORT_DAYS = 180;

  private final Contoso contoso;

  ContosoSnapshot(Contoso contoso) {
    this.contoso = contoso;
  }

  Snapshot snapshot() {
    return new Snapshot(
        1,
        SampleTenant.ID,
        taken(),
        true,
        collections(),
        Products.all().stream()
            .filter(product -> !contoso.purchases().of(product).isEmpty())
            .map(this::sku)
            .toList(),
        contoso.purchases().subscriptions().stream().map(ContosoSnapshot::subscription).toList(),
        contoso.groups().stream().map(this::group).toList(),
        Optional.empty(),
        visitor ->
            contoso
                .people()
                .filter(person -> !person.assignments().isEmpty())
                .map(this::user)
                .forEach(visitor),
        Inventory.EMPTY);
  }

  private Instant taken() {
    return contoso.startDay().atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private Map<CollectionName, CollectionResult> collections() {
    Map<CollectionName, CollectionResult> results = new EnumMap<>(CollectionName.class);
    for (CollectionName name : CollectionName.values()) {
      results.put(
          name,
          new CollectionResult(
              name,
              state(name),
              contoso.users(),
              null,
              contoso.startDay().minusDays(REPORT_LAG_DAYS)));
    }
    return results;
  }

  private static CollectionState state(CollectionName name) {
    if (SampleTenant.OPTIONAL.contains(name)) {
      return CollectionState.NOT_GRANTED;
    }
    return UNREAD.contains(name) ? CollectionState.NOT_PERMITTED : CollectionState.COMPLETE;
  }

  private SubscribedSku sku(Product product) {
    int enabled = contoso.purchases().units(product, "Enabled");
    int warning = contoso.purchases().units(product, "Warning");
    return new SubscribedSku(
        SkuId.of(product.skuId()),
        product.partNumber(),
        product.appliesTo(),
        enabled > 0 ? "Enabled" : warning > 0 ? "Warning" : "Suspended",
        enabled,
        warning,
        contoso.purchases().units(product, "Suspended"),
        0,
        (int) contoso.holders(product),
        product.plans().stream().map(ContosoSnapshot::plan).toList());
  }

  private static SubscribedSku.Plan plan(ServicePlan plan) {
    return new SubscribedSku.Plan(
        PlanId.of(plan.id()), plan.name(), plan.appliesTo(), plan.provisioningStatus());
  }

  private static Subscription subscription(ai.chronom.m365.sandbox.contoso.Subscription purchase) {
    return new Subscription(
        purchase.id(),
        SkuId.of(purchase.product().skuId()),
        purchase.status(),
        purchase.trial(),
        purchase.units(),
        purchase.createdAt(),
        purchase.nextChange().orElse(null),
        purchase.partnerTenantId().orElse(null),
        purchase.ownerId());
  }

  private LicensedGroup group(LicenseGroup group) {
    return new LicensedGroup(
        contoso.groupId(group),
        group.displayName(),
        group.isDynamic() ? group.membershipRule() : null,
        false,
        group.product().stream().map(product -> SkuId.of(product.skuId())).toList());
  }

  private ScannedUser user(Person person) {
    return new ScannedUser(
        person.id(),
        person.userPrincipalName(),
        person.mail().orElse(null),
        person.displayName(),
        person.givenName().orElse(null),
        person.surname().orElse(null),
        person.jobTitle().orElse(null),
        person.employeeId().orElse(null),
        person.employeeType().orElse(null),
        person.department().orElse(null),
        "Contoso",
        person.usageLocation(),
        person.isGuest() ? "Guest" : "Member",
        person.isExternal() ? "Accepted" : null,
        person.isEnabled(),
        person.isSynced(),
        person.createdAt(),
        person.hiredAt().orElse(null),
        null,
        new SignInActivity(
            person.succeededAt().orElse(null),
            person.attemptedAt().orElse(null),
            person.backgroundAt().orElse(null)),
        activity(person),
        seats(person));
  }

  private ServiceActivity activity(Person person) {
    if (person.products().isEmpty()) {
      return null;
    }
    LocalDate oldest = contoso.startDay().minusDays(REPORT_LAG_DAYS + REPORT_DAYS);
    LocalDate worked = person.workedOn().filter(day -> !day.isBefore(oldest)).orElse(null);
    boolean files = person.products().stream().anyMatch(product -> product.has("SHAREPOINT"));
    return new ServiceActivity(
        person.hasMailbox() ? worked : null, files ? worked : null, null, null, null);
  }

  private List<Seat> seats(Person person) {
    Map<SkuId, List<AssignmentPath>> paths = new LinkedHashMap<>();
    for (Assignment assignment : person.assignments()) {
      paths
          .computeIfAbsent(SkuId.of(assignment.product().skuId()), any -> new ArrayList<>())
          .add(path(person, assignment));
    }
    return paths.entrySet().stream()
        .map(entry -> new Seat(entry.getKey(), entry.getValue(), person.assignedAt()))
        .toList();
  }

  private AssignmentPath path(Person person, Assignment assignment) {
    Set<PlanId> off =
        assignment.product().plans().stream()
            .filter(assignment::switchesOff)
            .map(plan -> PlanId.of(plan.id()))
            .collect(Collectors.toSet());
    return new AssignmentPath(
        assignment.byGroup().map(contoso::groupId).orElse(null),
        assignment.isActive() ? "Active" : "Error",
        assignment.error(),
        off);
  }
}
