package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration.Assignment;
import ai.chronom.m365.graph.AppRegistration.Grant;
import ai.chronom.m365.graph.AppRegistration.Requested;
import ai.chronom.m365.permission.DelegatedTwins;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds permissions beyond the guide's, consented or only configured. */
final class ExcessJudge {
  /** Scopes of sign-in itself: Microsoft adds them, and they open no data. */
  private static final Set<String> SIGN_IN_SCOPES =
      Set.of("openid", "profile", "email", "offline_access");

  private static final String REMEDY_CONSENTED =
      "Open API permissions and remove it there, then revoke its consent on the enterprise"
          + " application's page Permissions.";
  private static final String REMEDY_CONFIGURED =
      "Open API permissions and remove it: it is not needed.";

  private static final String REMEDY_OPTIONAL =
      "It is optional: press Grant admin consent to have it used, or remove it.";

  private final Sight sight;
  private final Function<UUID, Map<UUID, String>> namesOf;
  private final Map<UUID, Map<UUID, String>> known = new LinkedHashMap<>();

  /**
   * @param namesOf the names of what a service offers, by its service principal; asked only when
   *     something is in excess
   */
  ExcessJudge(Sight sight, Function<UUID, Map<UUID, String>> namesOf) {
    this.sight = sight;
    this.namesOf = namesOf;
  }

  List<ExcessPermission> excess() {
    Map<String, ExcessPermission> found = new LinkedHashMap<>();
    List<ExcessPermission> all = new ArrayList<>();
    sight.registration().assignments().orElse(List.of()).stream()
        .filter(this::isForeign)
        .map(this::assigned)
        .forEach(all::add);
    sight.registration().grants().orElse(List.of()).forEach(grant -> all.addAll(granted(grant)));
    all.addAll(claimed());
    all.addAll(configured());
    all.forEach(each -> found.putIfAbsent(each.type() + each.name(), each));
    return List.copyOf(found.values());
  }

  private boolean isForeign(Assignment assignment) {
    return !sight.isGraph(assignment.serviceId())
        || PermissionCatalog.application().stream()
            .noneMatch(permission -> permission.roleId().equals(assignment.roleId()));
  }

  private ExcessPermission assigned(Assignment assignment) {
    String name = names(assignment.serviceId()).get(assignment.roleId());
    return named(
        name,
        assignment.roleId().toString(),
        PermissionType.APPLICATION,
        new Owner(assignment.serviceName(), sight.isGraph(assignment.serviceId())),
        true);
  }

  /** A delegated permission in place of the right one is a wrong type, told on its own row. */
  private List<ExcessPermission> granted(Grant grant) {
    return grant.scopes().stream()
        .filter(scope -> !SIGN_IN_SCOPES.contains(scope))
        .filter(
            scope ->
                !sight.isGraph(grant.serviceId())
                    || !(scope.equals(PermissionCatalog.USER_READ.name()) || isMistaken(scope)))
        .sorted()
        .map(
            scope ->
                new ExcessPermission(
                    scope,
                    "",
                    PermissionType.DELEGATED,
                    "",
                    true,
                    ExcessPermission.Access.of(scope),
                    "",
                    REMEDY_CONSENTED))
        .toList();
  }

  /** Picked in place of the application permission of that name. */
  private boolean isMistaken(String scope) {
    return PermissionCatalog.application().stream()
        .filter(permission -> permission.name().equals(scope))
        .anyMatch(this::isMistaken);
  }

  /** Beside the right one, the delegated twin is in excess; without it, it is the wrong type. */
  private boolean isMistaken(GraphPermission permission) {
    return sight.configured(permission) != Answer.YES && sight.consented(permission) != Answer.YES;
  }

  /** Without the directory, the token still tells. */
  private List<ExcessPermission> claimed() {
    if (sight.registration().assignments().isPresent()) {
      return List.of();
    }
    return sight.claim().orElse(Set.of()).stream()
        .filter(role -> PermissionCatalog.findByRole(role).isEmpty())
        .sorted()
        .map(
            role ->
                named(
                    role, "", PermissionType.APPLICATION, new Owner("Microsoft Graph", true), true))
        .toList();
  }

  private List<ExcessPermission> configured() {
    return sight.registration().application().stream()
        .flatMap(application -> application.requested().stream())
        .filter(this::isForeign)
        .map(this::configured)
        .toList();
  }

  private boolean isForeign(Requested requested) {
    if (!requested.serviceAppId().equals(PermissionCatalog.MICROSOFT_GRAPH)) {
      return true;
    }
    boolean isOurs =
        PermissionCatalog.all().stream().anyMatch(permission -> isSame(permission, requested));
    boolean isMistake =
        !requested.isRole()
            && DelegatedTwins.lookingLike(requested.id()).filter(this::isMistaken).isPresent();
    return !isOurs && !isMistake;
  }

  private static boolean isSame(GraphPermission permission, Requested requested) {
    return permission.roleId().equals(requested.id())
        && (permission.type() == PermissionType.APPLICATION) == requested.isRole();
  }

  private ExcessPermission configured(Requested requested) {
    PermissionType type =
        requested.isRole() ? PermissionType.APPLICATION : PermissionType.DELEGATED;
    boolean isGraph = requested.serviceAppId().equals(PermissionCatalog.MICROSOFT_GRAPH);
    String name =
        isGraph
            ? sight
                .registration()
                .graphServiceId()
                .map(service -> names(service).get(requested.id()))
                .orElse(null)
            : null;
    return named(
        name,
        requested.id().toString(),
        type,
        new Owner(isGraph ? "Microsoft Graph" : "", isGraph),
        false);
  }

  /** Who offers a permission; names of services can be chosen by anybody. */
  private record Owner(String name, boolean isGraph) {}

  private static ExcessPermission named(
      @Nullable String name, String id, PermissionType type, Owner owner, boolean consented) {
    boolean isGraphRole = owner.isGraph() && type == PermissionType.APPLICATION;
    String usedFor =
        Optional.ofNullable(name)
            .filter(known -> isGraphRole)
            .flatMap(OptionalPermissions::useOf)
            .orElse("");
    return new ExcessPermission(
        name == null ? id : name,
        id,
        type,
        owner.name(),
        consented,
        name == null ? ExcessPermission.Access.UNKNOWN : ExcessPermission.Access.of(name),
        usedFor,
        remedy(usedFor, consented));
  }

  private static String remedy(String usedFor, boolean consented) {
    if (!usedFor.isEmpty()) {
      return consented ? "" : REMEDY_OPTIONAL;
    }
    return consented ? REMEDY_CONSENTED : REMEDY_CONFIGURED;
  }

  private Map<UUID, String> names(UUID serviceId) {
    return known.computeIfAbsent(serviceId, namesOf);
  }
}
