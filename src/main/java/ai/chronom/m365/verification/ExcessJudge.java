package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration.Assignment;
import ai.chronom.m365.graph.AppRegistration.Grant;
import ai.chronom.m365.graph.AppRegistration.Requested;
import ai.chronom.m365.permission.DelegatedTwins;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        name, assignment.roleId(), PermissionType.APPLICATION, assignment.serviceName(), true);
  }

  /** A delegated twin is a wrong type, told on its own row. */
  private List<ExcessPermission> granted(Grant grant) {
    return grant.scopes().stream()
        .filter(scope -> !SIGN_IN_SCOPES.contains(scope))
        .filter(
            scope ->
                !sight.isGraph(grant.serviceId())
                    || PermissionCatalog.all().stream()
                        .noneMatch(permission -> permission.name().equals(scope)))
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
                    REMEDY_CONSENTED))
        .toList();
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
                new ExcessPermission(
                    role,
                    "",
                    PermissionType.APPLICATION,
                    "Microsoft Graph",
                    true,
                    ExcessPermission.Access.of(role),
                    REMEDY_CONSENTED))
        .toList();
  }

  private List<ExcessPermission> configured() {
    return sight.registration().application().stream()
        .flatMap(application -> application.requested().stream())
        .filter(ExcessJudge::isForeign)
        .map(this::configured)
        .toList();
  }

  private static boolean isForeign(Requested requested) {
    if (!requested.serviceAppId().equals(PermissionCatalog.MICROSOFT_GRAPH)) {
      return true;
    }
    boolean isOurs =
        PermissionCatalog.all().stream().anyMatch(permission -> isSame(permission, requested));
    boolean isTwin = !requested.isRole() && DelegatedTwins.lookingLike(requested.id()).isPresent();
    return !isOurs && !isTwin;
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
    return named(name, requested.id(), type, isGraph ? "Microsoft Graph" : "", false);
  }

  private static ExcessPermission named(
      @Nullable String name, UUID id, PermissionType type, String service, boolean consented) {
    return new ExcessPermission(
        name == null ? id.toString() : name,
        id.toString(),
        type,
        service,
        consented,
        name == null ? ExcessPermission.Access.UNKNOWN : ExcessPermission.Access.of(name),
        consented ? REMEDY_CONSENTED : REMEDY_CONFIGURED);
  }

  private Map<UUID, String> names(UUID serviceId) {
    return known.computeIfAbsent(serviceId, namesOf);
  }
}
