package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.entra.AccessTokens;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Profile;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an administrator's script changes through Graph: the application, its enterprise
 * application, consents and secrets. The directory holds one application of the company.
 */
final class DirectoryWrites {
  private static final String APPLICATIONS = "Application.ReadWrite.All";
  private static final String ASSIGNMENTS = "AppRoleAssignment.ReadWrite.All";
  private static final String GRANTS = "DelegatedPermissionGrant.ReadWrite.All";

  private final Registration registration;
  private final ApplicationSources sources;
  private final Clock clock;
  private final String graphUrl;

  DirectoryWrites(
      Registration registration, ApplicationSources sources, Clock clock, String graphUrl) {
    this.registration = registration;
    this.sources = sources;
    this.clock = clock;
    this.graphUrl = graphUrl;
  }

  /**
   * @param path below the version
   */
  Reply answer(Call call, AccessTokens.Grant grant, List<String> path) {
    String what = call.method() + " " + String.join("/", path).replaceAll("[0-9a-f-]{32,36}", "{}");
    return switch (what) {
      case "POST applications" -> register(demanded(call, grant, APPLICATIONS));
      case "PATCH applications/{}" ->
          change(own(path, identity().applicationObjectId()), demanded(call, grant, APPLICATIONS));
      case "POST applications/{}/addPassword" ->
          addPassword(
              own(path, identity().applicationObjectId()), demanded(call, grant, APPLICATIONS));
      case "POST servicePrincipals" -> createPrincipal(demanded(call, grant, APPLICATIONS));
      case "POST servicePrincipals/{}/appRoleAssignments" ->
          assign(own(path, identity().servicePrincipalId()), demanded(call, grant, ASSIGNMENTS));
      case "POST oauth2PermissionGrants" -> grantScopes(demanded(call, grant, GRANTS));
      case "PATCH oauth2PermissionGrants/{}" ->
          changeGrant(path.get(1), demanded(call, grant, GRANTS));
      default -> throw denied();
    };
  }

  private Registration.Identity identity() {
    return registration.identity();
  }

  private static JsonNode demanded(Call call, AccessTokens.Grant grant, String role) {
    if (!grant.roles().contains(role)) {
      throw denied();
    }
    try {
      return Json.read(call.bodyText());
    } catch (IllegalArgumentException e) {
      throw bad("Unable to read JSON request payload.");
    }
  }

  private static String own(List<String> path, String id) {
    if (!path.get(1).equalsIgnoreCase(id)) {
      throw GraphRefusal.noSuchObject(path.get(1));
    }
    return id;
  }

  private Reply register(JsonNode body) {
    if (registration.is(Switch.APPLICATION_PRESENT)) {
      throw new GraphRefusal(
          403,
          "Directory_QuotaExceeded",
          "The directory object quota limit for the Principal has been exceeded. Please ask your"
              + " administrator to increase the quota limit or delete objects to reduce the used"
              + " quota.");
    }
    if (body.path("displayName").asText("").isEmpty()) {
      throw bad("A value is required for property 'displayName' of resource 'Application'.");
    }
    registration.secrets().forEach(secret -> registration.deleteSecret(secret.keyId()));
    fill(body);
    registration.set(Switch.APPLICATION_PRESENT, true);
    return created("applications", sources.application());
  }

  private Reply change(String id, JsonNode body) {
    fill(body);
    return Reply.empty(204);
  }

  private void fill(JsonNode body) {
    Profile profile = registration.profile();
    List<String> web =
        body.path("web").has("redirectUris")
            ? texts(body.path("web").path("redirectUris"))
            : profile.webRedirects();
    List<String> spa =
        body.path("spa").has("redirectUris")
            ? texts(body.path("spa").path("redirectUris"))
            : profile.spaRedirects();
    registration.change(
        profile
            .named(body.path("displayName").asText(profile.displayName()))
            .withAudience(body.path("signInAudience").asText(profile.signInAudience()))
            .withRedirects(web, spa, profile.publicRedirects()));
    if (body.has("requiredResourceAccess")) {
      registration.configureOnly(listed(body.path("requiredResourceAccess")));
    }
  }

  private static List<Permission> listed(JsonNode services) {
    List<Permission> permissions = new ArrayList<>();
    for (JsonNode service : services) {
      if (!service.path("resourceAppId").asText().equals(Registration.GRAPH_APP_ID)) {
        throw bad("The sandbox knows permissions of Microsoft Graph only.");
      }
      for (JsonNode access : service.path("resourceAccess")) {
        permissions.add(permission(access.path("id").asText(), access.path("type").asText()));
      }
    }
    return permissions;
  }

  private static Permission permission(String id, String type) {
    return Permissions.byId(id)
        .filter(each -> each.kind().manifestType().equals(type))
        .orElseThrow(() -> bad("Invalid value specified for property 'resourceAccess': " + id));
  }

  private Reply addPassword(String id, JsonNode body) {
    JsonNode asked = body.path("passwordCredential");
    OffsetDateTime end =
        asked.has("endDateTime")
            ? OffsetDateTime.parse(asked.path("endDateTime").asText())
            : clock.instant().atOffset(java.time.ZoneOffset.UTC).plusYears(2);
    Secret secret =
        registration.createSecret(
            asked.path("displayName").asText(""),
            Duration.between(clock.instant(), end.toInstant()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", context("microsoft.graph.passwordCredential"));
    answer.put("customKeyIdentifier", null);
    answer.put("displayName", secret.displayName());
    answer.put("endDateTime", secret.end().toString());
    answer.put("hint", secret.hint());
    answer.put("keyId", secret.keyId());
    answer.put("secretText", secret.value());
    answer.put("startDateTime", secret.start().toString());
    return Reply.of(200, Answers.JSON, Json.bytes(answer));
  }

  private Reply createPrincipal(JsonNode body) {
    String appId = body.path("appId").asText("");
    if (!registration.is(Switch.APPLICATION_PRESENT)
        || !appId.equalsIgnoreCase(identity().applicationId())) {
      throw bad(
          "The appId '"
              + appId
              + "' of the service principal does not reference a valid"
              + " application object.");
    }
    if (registration.is(Switch.ENTERPRISE_APPLICATION_PRESENT)) {
      throw taken("The service principal name " + appId + " is already in use.");
    }
    registration.set(Switch.ENTERPRISE_APPLICATION_PRESENT, true);
    return created("servicePrincipals", sources.ownPrincipal());
  }

  private Reply assign(String id, JsonNode body) {
    boolean isRight =
        body.path("principalId").asText().equalsIgnoreCase(id)
            && body.path("resourceId")
                .asText()
                .equalsIgnoreCase(identity().graphServicePrincipalId());
    if (!isRight) {
      throw bad("One or more properties contains invalid values.");
    }
    Permission role = permission(body.path("appRoleId").asText(), "Role");
    if (registration.granted().containsKey(role)) {
      throw bad("Permission being assigned already exists on the object");
    }
    registration.grant(role);
    return created(
        "appRoleAssignments",
        sources.roleAssignments().stream()
            .filter(row -> role.id().equals(row.get("appRoleId")))
            .findFirst()
            .orElseThrow());
  }

  private Reply grantScopes(JsonNode body) {
    boolean isRight =
        body.path("clientId").asText().equalsIgnoreCase(identity().servicePrincipalId())
            && body.path("consentType").asText().equals("AllPrincipals")
            && body.path("resourceId")
                .asText()
                .equalsIgnoreCase(identity().graphServicePrincipalId());
    if (!isRight) {
      throw bad("One or more properties contains invalid values.");
    }
    if (!sources.grants().isEmpty()) {
      throw taken("Permission entry already exists.");
    }
    grantEach(body.path("scope").asText());
    return created("oauth2PermissionGrants", sources.grants().get(0));
  }

  private Reply changeGrant(String id, JsonNode body) {
    if (sources.grants().stream().noneMatch(row -> id.equals(row.get("id")))) {
      throw GraphRefusal.noSuchObject(id);
    }
    grantEach(body.path("scope").asText());
    return Reply.empty(204);
  }

  private void grantEach(String scopes) {
    for (String scope : scopes.strip().split("\\s+")) {
      registration.grant(Permissions.scope(scope));
    }
  }

  private Reply created(String collection, Map<String, Object> row) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", context(collection + "/$entity"));
    answer.putAll(row);
    return Reply.of(201, Answers.JSON, Json.bytes(answer));
  }

  private String context(String fragment) {
    return graphUrl + "/v1.0/$metadata#" + fragment;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static GraphRefusal bad(String message) {
    return new GraphRefusal(400, "Request_BadRequest", message);
  }

  private static GraphRefusal taken(String message) {
    return new GraphRefusal(409, "Request_MultipleObjectsWithSameKeyValue", message);
  }

  private static GraphRefusal denied() {
    return new GraphRefusal(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }
}
