package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.graph.AppRegistration.Application;
import ai.chronom.m365.graph.AppRegistration.Assignment;
import ai.chronom.m365.graph.AppRegistration.EnterpriseApplication;
import ai.chronom.m365.graph.AppRegistration.Grant;
import ai.chronom.m365.graph.AppRegistration.Requested;
import ai.chronom.m365.graph.AppRegistration.Secret;
import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.PortalLinks;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be seen of an app, from perfect downwards. */
final class SampleSights {
  static final UUID GRAPH_SERVICE = UUID.fromString("11111111-0000-0000-0000-000000000000");
  static final UUID OTHER_SERVICE = UUID.fromString("22222222-0000-0000-0000-000000000000");
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final PortalLinks LINKS =
      new PortalLinks(
          new Cloud(
              "global",
              "Global",
              URI.create("https://login.microsoftonline.com"),
              URI.create("https://graph.microsoft.com"),
              URI.create("https://portal.azure.com"),
              List.of()),
          ApplicationId.parse("8096d7dc-6263-4109-9572-84f76adb9617").orElseThrow());

  private final Set<GraphPermission> listed = new HashSet<>(PermissionCatalog.all());
  private final Set<GraphPermission> claimed = new HashSet<>(PermissionCatalog.application());
  private final Set<GraphPermission> assigned = new HashSet<>(PermissionCatalog.application());
  private Set<UUID> scopesListed = Set.of();
  private Set<String> scopesGranted = Set.of("User.Read");
  private boolean tokenReadable = true;
  private boolean directoryReadable = true;

  static SampleSights perfect() {
    return new SampleSights();
  }

  SampleSights notListed(GraphPermission permission) {
    listed.remove(permission);
    return this;
  }

  SampleSights notClaimed(GraphPermission permission) {
    claimed.remove(permission);
    return this;
  }

  SampleSights notAssigned(GraphPermission permission) {
    assigned.remove(permission);
    return this;
  }

  SampleSights notConsented(GraphPermission permission) {
    return notClaimed(permission).notAssigned(permission);
  }

  SampleSights listingScope(UUID scope) {
    scopesListed = Set.of(scope);
    return this;
  }

  SampleSights grantingScopes(String... scopes) {
    scopesGranted = Set.of(scopes);
    return this;
  }

  SampleSights withOpaqueToken() {
    tokenReadable = false;
    return this;
  }

  SampleSights withoutDirectory() {
    directoryReadable = false;
    return this;
  }

  Sight sight() {
    Set<String> roles =
        claimed.stream().map(GraphPermission::graphRole).collect(Collectors.toSet());
    return new Sight(
        tokenReadable ? Optional.of(roles) : Optional.empty(),
        directoryReadable ? registration() : AppRegistration.UNSEEN);
  }

  AppRegistration registration() {
    return registration(application(List.of(secret("abc", 180))));
  }

  AppRegistration registration(Application application) {
    return new AppRegistration(
        Optional.of(application),
        false,
        Optional.of(new EnterpriseApplication(UUID.randomUUID(), true, UUID.randomUUID())),
        Optional.of(
            assigned.stream()
                .map(
                    permission ->
                        new Assignment(GRAPH_SERVICE, "Microsoft Graph", permission.roleId()))
                .toList()),
        Optional.of(List.of(new Grant(GRAPH_SERVICE, true, scopesGranted))),
        Optional.of(GRAPH_SERVICE));
  }

  Application application(List<Secret> secrets) {
    return new Application(
        "Chronom Read-Only App Registration",
        "AzureADMyOrg",
        List.of("https://app.chronom.ai"),
        List.of(),
        List.of(),
        requested(),
        secrets);
  }

  List<Requested> requested() {
    List<Requested> all =
        new java.util.ArrayList<>(
            listed.stream()
                .map(
                    permission ->
                        new Requested(
                            PermissionCatalog.MICROSOFT_GRAPH,
                            permission.roleId(),
                            permission.type() == PermissionType.APPLICATION))
                .toList());
    scopesListed.forEach(
        scope -> all.add(new Requested(PermissionCatalog.MICROSOFT_GRAPH, scope, false)));
    return all;
  }

  /** Made 30 days ago. */
  static Secret secret(String hint, int days) {
    Instant start = NOON.minus(java.time.Duration.ofDays(30));
    return new Secret(hint, start, start.plus(java.time.Duration.ofDays(days)));
  }

  static GraphAnswer success() {
    return new GraphAnswer(200, JsonObject.EMPTY_JSON_OBJECT, null, null, null, null);
  }

  static GraphAnswer refusal(int status, RefusalKind kind) {
    return new GraphAnswer(status, JsonObject.EMPTY_JSON_OBJECT, kind, "code", "text", null);
  }
}
