package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The app registration (what is configured) and the service principals (what is consented). */
final class ApplicationSources {
  private static final String ELSEWHERE = Ids.of("home tenant", 0);

  /** SharePoint's own service and its role Sites.Selected. */
  private static final String SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000";

  private static final String SHAREPOINT_ROLE = "20d37865-089c-4dee-8c41-6967602d4ac8";
  private static final String MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

  private final Registration registration;
  private final Contoso contoso;
  private final Answers answers;

  ApplicationSources(Registration registration, Contoso contoso, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    sources.add(
        "/applications", r -> answers.list(r, "applications", Paging.DIRECTORY, applications()));
    sources.add(
        "/applications/delta", r -> answers.delta(r, "applications", Rows.of(applications())));
    sources.add(
        "/servicePrincipals/delta",
        r -> answers.delta(r, "servicePrincipals", Rows.of(principals())));
    sources.addCountable("/applications", r -> Rows.of(applications()));
    sources.add("/applications/{}", r -> one(r, "applications", applications(), "id", r.id()));
    sources.add(
        "/applications(appId)", r -> one(r, "applications", applications(), "appId", appId(r)));
    sources.add(
        "/servicePrincipals",
        r -> answers.list(r, "servicePrincipals", Paging.DIRECTORY, principals()));
    sources.addCountable("/servicePrincipals", r -> Rows.of(principals()));
    sources.add(
        "/servicePrincipals/{}", r -> one(r, "servicePrincipals", principals(), "id", r.id()));
    sources.add(
        "/servicePrincipals(appId)",
        r -> one(r, "servicePrincipals", principals(), "appId", appId(r)));
    sources.add("/servicePrincipals/{}/appRoleAssignments", this::assignments);
    sources.add("/servicePrincipals/{}/appRoleAssignedTo", this::assignedTo);
    sources.add("/servicePrincipals/{}/oauth2PermissionGrants", this::grantsOfPrincipal);
    // Microsoft documents the alternate key for both lists, though its OpenAPI leaves it out.
    sources.add("/servicePrincipals(appId)/appRoleAssignments", this::assignments);
    sources.add("/servicePrincipals(appId)/oauth2PermissionGrants", this::grantsOfPrincipal);
    sources.add(
        "/oauth2PermissionGrants",
        r -> answers.list(r, "oauth2PermissionGrants", Paging.DIRECTORY, grants()));
  }

  /** The quotes belong to the key: appId='…'. */
  private static String appId(Request request) {
    String quoted = request.parameters().getOrDefault("appid", "");
    if (!quoted.matches("'.+'")) {
      throw GraphRefusal.badRequest(
          "Invalid key value for 'appId': a string in single quotes is expected.");
    }
    return quoted.substring(1, quoted.length() - 1);
  }

  private Reply one(
      Request request, String context, List<Map<String, Object>> rows, String key, String value) {
    return rows.stream()
        .filter(row -> value.equalsIgnoreCase(String.valueOf(row.get(key))))
        .findFirst()
        .map(row -> answers.one(request, context, row))
        .orElseThrow(() -> GraphRefusal.noSuchObject(value));
  }

  /** Only apps registered in this tenant; one that lives elsewhere is not visible from here. */
  private List<Map<String, Object>> applications() {
    boolean isHere =
        registration.is(Switch.APPLICATION_PRESENT)
            && !registration.is(Switch.REGISTERED_ELSEWHERE);
    return isHere ? List.of(application()) : List.of();
  }

  Map<String, Object> application() {
    Registration.Identity identity = registration.identity();
    return Props.of("id", identity.applicationObjectId())
        .and("deletedDateTime", null)
        .and("appId", identity.applicationId())
        .and("createdDateTime", identity.createdAt().toString())
        .and("description", null)
        .and("displayName", registration.profile().displayName())
        .and("identifierUris", List.of())
        .and("publisherDomain", Registration.DOMAIN)
        .and("signInAudience", registration.profile().signInAudience())
        .and("tags", List.of())
        .and("keyCredentials", CredentialRows.keys(registration))
        .and("passwordCredentials", CredentialRows.passwords(registration))
        .and("requiredResourceAccess", requiredAccess())
        .and(
            "web",
            Props.of("homePageUrl", null)
                .and("logoutUrl", null)
                .and("redirectUris", registration.profile().webRedirects())
                .and(
                    "implicitGrantSettings",
                    Props.of("enableAccessTokenIssuance", false)
                        .and("enableIdTokenIssuance", false)))
        .and("spa", Props.of("redirectUris", registration.profile().spaRedirects()))
        .and("publicClient", Props.of("redirectUris", registration.profile().publicRedirects()));
  }

  private List<Object> requiredAccess() {
    List<Object> access = new ArrayList<>();
    for (Permission permission : registration.configured()) {
      access.add(Props.of("id", permission.id()).and("type", permission.kind().manifestType()));
    }
    List<Object> services = new ArrayList<>();
    if (!access.isEmpty()) {
      services.add(
          Props.of("resourceAppId", Registration.GRAPH_APP_ID).and("resourceAccess", access));
    }
    if (registration.is(Switch.FOREIGN_SERVICE)) {
      services.add(
          Props.of("resourceAppId", SHAREPOINT)
              .and("resourceAccess", List.of(Props.of("id", SHAREPOINT_ROLE).and("type", "Role"))));
    }
    return services;
  }

  private List<Map<String, Object>> principals() {
    return registration.is(Switch.ENTERPRISE_APPLICATION_PRESENT)
        ? List.of(ownPrincipal(), graphPrincipal())
        : List.of(graphPrincipal());
  }

  Map<String, Object> ownPrincipal() {
    Registration.Identity identity = registration.identity();
    boolean elsewhere = registration.is(Switch.REGISTERED_ELSEWHERE);
    return Props.of("id", identity.servicePrincipalId())
        .and("deletedDateTime", null)
        .and("accountEnabled", registration.is(Switch.SIGN_IN_ENABLED))
        .and("appDisplayName", registration.profile().displayName())
        .and("appId", identity.applicationId())
        .and("appOwnerOrganizationId", elsewhere ? ELSEWHERE : identity.tenantId())
        .and("appRoleAssignmentRequired", false)
        .and("displayName", registration.profile().displayName())
        .and("replyUrls", registration.profile().webRedirects())
        .and("servicePrincipalNames", List.of(identity.applicationId()))
        .and("servicePrincipalType", "Application")
        .and("signInAudience", elsewhere ? "AzureADMultipleOrgs" : "AzureADMyOrg")
        .and("tags", List.of("WindowsAzureActiveDirectoryIntegratedApp"))
        .and("appRoles", List.of())
        .and("oauth2PermissionScopes", List.of())
        .and("passwordCredentials", List.of())
        .and("keyCredentials", List.of());
  }

  private Map<String, Object> graphPrincipal() {
    return Props.of("id", registration.identity().graphServicePrincipalId())
        .and("deletedDateTime", null)
        .and("accountEnabled", true)
        .and("appDisplayName", "Microsoft Graph")
        .and("appId", Registration.GRAPH_APP_ID)
        .and("appOwnerOrganizationId", MICROSOFT)
        .and("appRoleAssignmentRequired", false)
        .and("displayName", "Microsoft Graph")
        .and(
            "servicePrincipalNames",
            List.of(Registration.GRAPH_APP_ID, "https://graph.microsoft.com"))
        .and("servicePrincipalType", "Application")
        .and("signInAudience", "AzureADMultipleOrgs")
        .and(
            "appRoles",
            Permissions.ALL.stream()
                .filter(Permission::isApplication)
                .map(ApplicationSources::role)
                .toList())
        .and(
            "oauth2PermissionScopes",
            Permissions.ALL.stream()
                .filter(p -> !p.isApplication())
                .map(ApplicationSources::scope)
                .toList());
  }

  private static Map<String, Object> role(Permission permission) {
    return Props.of("allowedMemberTypes", List.of("Application"))
        .and("description", permission.displayName())
        .and("displayName", permission.displayName())
        .and("id", permission.id())
        .and("isEnabled", true)
        .and("origin", "Application")
        .and("value", permission.value());
  }

  private static Map<String, Object> scope(Permission permission) {
    return Props.of("adminConsentDescription", permission.displayName())
        .and("adminConsentDisplayName", permission.displayName())
        .and("id", permission.id())
        .and("isEnabled", true)
        .and("type", permission.needsAdminConsent() ? "Admin" : "User")
        .and("userConsentDescription", permission.displayName())
        .and("userConsentDisplayName", permission.displayName())
        .and("value", permission.value());
  }

  private String principalId(Request request) {
    return request.ids().isEmpty()
        ? principals().stream()
            .filter(row -> appId(request).equalsIgnoreCase(String.valueOf(row.get("appId"))))
            .map(row -> String.valueOf(row.get("id")))
            .findFirst()
            .orElseThrow(() -> GraphRefusal.noSuchObject(appId(request)))
        : request.ids().get(0);
  }

  private Reply assignments(Request request) {
    List<Map<String, Object>> rows =
        owns(request, registration.identity().servicePrincipalId()) ? roleAssignments() : List.of();
    return answers.list(request, "appRoleAssignments", Paging.DIRECTORY, rows);
  }

  private Reply assignedTo(Request request) {
    List<Map<String, Object>> rows =
        owns(request, registration.identity().graphServicePrincipalId())
            ? roleAssignments()
            : List.of();
    return answers.list(request, "appRoleAssignments", Paging.DIRECTORY, rows);
  }

  private boolean owns(Request request, String principal) {
    String id = principalId(request);
    if (principals().stream()
        .noneMatch(row -> id.equalsIgnoreCase(String.valueOf(row.get("id"))))) {
      throw GraphRefusal.noSuchObject(id);
    }
    return id.equalsIgnoreCase(principal);
  }

  List<Map<String, Object>> roleAssignments() {
    Registration.Identity identity = registration.identity();
    List<Map<String, Object>> rows = new ArrayList<>();
    registration
        .granted()
        .forEach(
            (permission, at) -> {
              if (permission.isApplication()) {
                rows.add(
                    Props.of("id", Ids.of("assignment " + permission.value(), 0).replace("-", ""))
                        .and("deletedDateTime", null)
                        .and("appRoleId", permission.id())
                        .and("createdDateTime", at.toString())
                        .and("principalDisplayName", registration.profile().displayName())
                        .and("principalId", identity.servicePrincipalId())
                        .and("principalType", "ServicePrincipal")
                        .and("resourceDisplayName", "Microsoft Graph")
                        .and("resourceId", identity.graphServicePrincipalId()));
              }
            });
    return rows;
  }

  private Reply grantsOfPrincipal(Request request) {
    List<Map<String, Object>> rows =
        owns(request, registration.identity().servicePrincipalId()) ? grants() : List.of();
    return answers.list(request, "oauth2PermissionGrants", Paging.DIRECTORY, rows);
  }

  /**
   * Delegated consent for everybody: one entry, its scopes in one string, with the blank that Entra
   * leaves in front.
   */
  List<Map<String, Object>> grants() {
    List<String> scopes = registration.grantedScopes();
    boolean alone = registration.is(Switch.SINGLE_USERS_CONSENT);
    Registration.Identity identity = registration.identity();
    return scopes.isEmpty()
        ? List.of()
        : List.of(
            Props.of("clientId", identity.servicePrincipalId())
                .and("consentType", alone ? "Principal" : "AllPrincipals")
                .and("id", Ids.of("grant", contoso.displayName().length()).replace("-", ""))
                .and("principalId", alone ? Ids.of("consenting user", 0) : null)
                .and("resourceId", identity.graphServicePrincipalId())
                .and("scope", " " + String.join(" ", scopes)));
  }
}
