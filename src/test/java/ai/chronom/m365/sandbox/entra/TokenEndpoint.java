package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Client credentials for a token, checked in the order in which Entra complains. */
final class TokenEndpoint {
  private static final String DEFAULT_SCOPE = "/.default";
  private static final Set<String> OPENID_SCOPES =
      Set.of("openid", "profile", "offline_access", "email");

  private final Registration registration;
  private final String graphUrl;
  private final Clock clock;
  private final AccessTokens tokens;
  private final ClientAssertions assertions;

  TokenEndpoint(
      Registration registration,
      String loginUrl,
      String graphUrl,
      Clock clock,
      AccessTokens tokens) {
    this.registration = registration;
    this.graphUrl = graphUrl;
    this.clock = clock;
    this.tokens = tokens;
    this.assertions = new ClientAssertions(registration, loginUrl, clock);
  }

  Reply answer(Map<String, String> form) {
    if (registration.is(Switch.ENTRA_THROTTLED)) {
      throw new EntraRefusal(EntraError.THROTTLED, "");
    }
    checkGrant(form);
    String application = checkApplication(form);
    checkScope(required(form, "scope"));
    checkCredential(form, application);
    if (registration.is(Switch.CONDITIONAL_ACCESS_BLOCK)) {
      throw new EntraRefusal(EntraError.CONDITIONAL_ACCESS, "");
    }
    AccessTokens.Issued issued = tokens.issue();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token_type", "Bearer");
    body.put("expires_in", issued.lifetimeSeconds());
    body.put("ext_expires_in", issued.lifetimeSeconds());
    body.put("access_token", issued.token());
    return LoginHost.json(body)
        .with("Cache-Control", "no-store, no-cache")
        .with("Pragma", "no-cache");
  }

  private void checkGrant(Map<String, String> form) {
    String grant = required(form, "grant_type");
    if (!grant.equals("client_credentials")) {
      throw new EntraRefusal(EntraError.GRANT_UNSUPPORTED, grant);
    }
  }

  private String checkApplication(Map<String, String> form) {
    String application = required(form, "client_id");
    if (!application.equalsIgnoreCase(registration.identity().applicationId())) {
      throw new EntraRefusal(EntraError.APPLICATION_UNKNOWN, application);
    }
    if (!registration.is(Switch.APPLICATION_PRESENT)) {
      throw new EntraRefusal(EntraError.APPLICATION_UNKNOWN, application);
    }
    if (!registration.is(Switch.ENTERPRISE_APPLICATION_PRESENT)) {
      throw new EntraRefusal(EntraError.NO_SERVICE_PRINCIPAL, application);
    }
    if (!registration.is(Switch.APPLICATION_ENABLED)) {
      throw new EntraRefusal(EntraError.APPLICATION_DISABLED, application);
    }
    if (!registration.is(Switch.SIGN_IN_ENABLED)) {
      throw new EntraRefusal(EntraError.SIGN_IN_DISABLED, application);
    }
    return application;
  }

  private void checkScope(String asked) {
    List<String> scopes = new ArrayList<>(List.of(asked.trim().split("\\s+")));
    scopes.removeAll(OPENID_SCOPES); // MSAL sends them along with every request
    if (scopes.size() != 1) {
      throw new EntraRefusal(EntraError.TWO_RESOURCES, asked);
    }
    String scope = scopes.get(0);
    if (!scope.endsWith(DEFAULT_SCOPE)) {
      boolean resource = scope.startsWith("https://") || scope.startsWith("api://");
      throw new EntraRefusal(
          resource ? EntraError.SCOPE_NOT_DEFAULT : EntraError.SCOPE_WRONG, scope);
    }
    // A trailing slash of the resource is kept by Entra: https://host//.default means
    // https://host/.
    String resource = scope.substring(0, scope.length() - DEFAULT_SCOPE.length());
    boolean graph =
        resource.equals(graphUrl)
            || resource.equals(graphUrl + "/")
            || resource.equals(Registration.GRAPH_APP_ID);
    if (!graph) {
      throw new EntraRefusal(EntraError.RESOURCE_UNKNOWN, resource);
    }
  }

  private void checkCredential(Map<String, String> form, String application) {
    if (form.containsKey("client_assertion")) {
      assertions.check(form, application);
      return;
    }
    String given = form.getOrDefault("client_secret", "");
    if (given.isEmpty()) {
      throw new EntraRefusal(EntraError.SECRET_MISSING, "");
    }
    Optional<Secret> secret =
        registration.secrets().stream().filter(each -> each.value().equals(given)).findFirst();
    if (secret.isEmpty()) {
      throw new EntraRefusal(EntraError.SECRET_WRONG, application);
    }
    if (secret.get().isExpired(clock.instant())) {
      throw new EntraRefusal(EntraError.SECRET_EXPIRED, application);
    }
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "").trim();
    if (value.isEmpty()) {
      throw new EntraRefusal(EntraError.PARAMETER_MISSING, name);
    }
    return value;
  }
}
