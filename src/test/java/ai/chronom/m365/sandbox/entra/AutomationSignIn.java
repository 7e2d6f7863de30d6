package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Automation;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the administrator's command line tools sign in. Azure CLI asks login.microsoftonline.com
 * about every authority that it does not know; only one that ends in {@code /adfs}, as the clouds
 * of Azure Stack have it, is taken at its word.
 */
final class AutomationSignIn {
  private final Registration registration;
  private final String loginUrl;
  private final String graphUrl;
  private final AccessTokens tokens;

  AutomationSignIn(
      Registration registration, String loginUrl, String graphUrl, AccessTokens tokens) {
    this.registration = registration;
    this.loginUrl = loginUrl;
    this.graphUrl = graphUrl;
    this.tokens = tokens;
  }

  Reply discovery() {
    String base = loginUrl + "/adfs";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("issuer", base);
    body.put("authorization_endpoint", base + "/oauth2/authorize/");
    body.put("token_endpoint", base + "/oauth2/token/");
    body.put("jwks_uri", base + "/discovery/keys");
    body.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "client_secret_basic", "private_key_jwt"));
    body.put("response_types_supported", List.of("code", "id_token", "token"));
    body.put("response_modes_supported", List.of("query", "fragment", "form_post"));
    body.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    body.put("subject_types_supported", List.of("pairwise"));
    body.put("scopes_supported", List.of("openid", "profile", "email"));
    body.put("id_token_signing_alg_values_supported", List.of("RS256"));
    body.put("device_authorization_endpoint", base + "/oauth2/devicecode");
    return LoginHost.json(body);
  }

  /** Empty when the form is not the automation's. */
  Optional<Reply> token(Map<String, String> form) {
    Automation automation = registration.automation();
    if (!automation.clientId().equalsIgnoreCase(form.getOrDefault("client_id", ""))) {
      return Optional.empty();
    }
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      throw new EntraRefusal(EntraError.GRANT_UNSUPPORTED, form.getOrDefault("grant_type", "none"));
    }
    if (!automation.secret().equals(form.getOrDefault("client_secret", ""))) {
      throw new EntraRefusal(EntraError.SECRET_WRONG, automation.clientId());
    }
    return Optional.of(issued(automation, resource(form.getOrDefault("scope", ""))));
  }

  private static String resource(String scope) {
    return scope.replaceFirst("/*\\.default$", "").replaceFirst("/+$", "");
  }

  private Reply issued(Automation automation, String resource) {
    AccessTokens.Issued issued =
        tokens.issue(
            new AccessTokens.Bearer(
                resource,
                automation.clientId(),
                automation.objectId(),
                "Contoso automation",
                resource.equals(graphUrl) ? Automation.ROLES : List.of()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", issued.token());
    body.put("token_type", "bearer");
    body.put("expires_in", issued.lifetimeSeconds());
    return LoginHost.json(body).with("Cache-Control", "no-store");
  }

  /** Of Azure Resource Manager: the company has no subscription of Azure. */
  Reply subscriptions() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("value", List.of());
    body.put("count", Map.of("type", "Total", "value", 0));
    return LoginHost.json(body);
  }
}
