package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The login host: discovery, keys, tokens, admin consent. */
public final class LoginHost {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
  private static final Set<String> SHARED_ENDPOINTS =
      Set.of("common", "consumers", "organizations");
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final Registration registration;
  private final String loginUrl;
  private final Clock clock;
  private final AccessTokens tokens;
  private final TokenEndpoint tokenEndpoint;
  private final ConsentPage consentPage;
  private final AutomationSignIn automation;
  private final Set<String> twins = ConcurrentHashMap.newKeySet();

  public LoginHost(
      Registration registration,
      String loginUrl,
      String graphUrl,
      Clock clock,
      AccessTokens tokens) {
    this.registration = registration;
    this.loginUrl = loginUrl;
    this.clock = clock;
    this.tokens = tokens;
    this.tokenEndpoint = new TokenEndpoint(registration, loginUrl, graphUrl, clock, tokens);
    this.consentPage = new ConsentPage(registration, graphUrl, clock);
    this.automation = new AutomationSignIn(registration, loginUrl, graphUrl, tokens);
  }

  /** Another tenant that holds and answers the very same. */
  public void addTwin(String tenantId) {
    twins.add(tenantId.toLowerCase(Locale.ROOT));
  }

  public Reply answer(Call call) {
    try {
      return route(call);
    } catch (EntraRefusal refusal) {
      return refusal.reply(call, loginUrl, clock.instant());
    }
  }

  private Reply route(Call call) {
    sufferOutage();
    List<String> path = call.segments();
    if (path.equals(List.of("subscriptions"))) {
      return automation.subscriptions();
    }
    if (path.size() < 2) {
      return Reply.empty(404);
    }
    String rest = String.join("/", path.subList(1, path.size()));
    return switch (rest) {
      case "v2.0/.well-known/openid-configuration" -> discovery(path.get(0));
      case ".well-known/openid-configuration" -> automation.discovery();
      case "oauth2/token" ->
          automation.token(call.form()).orElseThrow(() -> refusedAtAdfs(call.form()));
      case "discovery/v2.0/keys" -> json(Map.of("keys", List.of(tokens.publicKey())));
      case "discovery/instance" -> instanceDiscovery(call);
      case "oauth2/v2.0/token" -> token(call, path.get(0));
      case "adminconsent" -> consentPage.answer(call, knownTenant(path.get(0)), 1);
      case "v2.0/adminconsent" -> consentPage.answer(call, knownTenant(path.get(0)), 2);
      default -> Reply.empty(404);
    };
  }

  private void sufferOutage() {
    if (registration.is(Switch.ENTRA_SLOW)) {
      try {
        Thread.sleep(SLOW.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (registration.is(Switch.ENTRA_DOWN)) {
      throw new EntraRefusal(EntraError.TRANSIENT, "");
    }
  }

  private static EntraRefusal refusedAtAdfs(Map<String, String> form) {
    return new EntraRefusal(EntraError.APPLICATION_UNKNOWN, form.getOrDefault("client_id", "none"));
  }

  private Reply token(Call call, String tenant) {
    if (!call.method().equals("POST")) {
      throw new EntraRefusal(EntraError.PARAMETER_MISSING, "grant_type");
    }
    if (SHARED_ENDPOINTS.contains(tenant)) {
      throw new EntraRefusal(EntraError.TENANT_NOT_NAMED, tenant);
    }
    knownTenant(tenant);
    return automation.token(call.form()).orElseGet(() -> tokenEndpoint.answer(call.form()));
  }

  /** The tenant's id, whether the path names it by id or by a verified domain. */
  private String knownTenant(String named) {
    String tenant = named.toLowerCase(Locale.ROOT);
    if (!GUID.matcher(tenant).matches() && !DOMAIN.matcher(tenant).matches()) {
      throw new EntraRefusal(EntraError.TENANT_MALFORMED, named);
    }
    if (twins.contains(tenant)) {
      return tenant;
    }
    String id = registration.identity().tenantId();
    Set<String> names = Set.of(id, Registration.DOMAIN, Registration.CUSTOM_DOMAIN);
    if (!names.contains(tenant)) {
      throw new EntraRefusal(EntraError.TENANT_UNKNOWN, named);
    }
    return id;
  }

  private Reply discovery(String named) {
    String tenant = SHARED_ENDPOINTS.contains(named) ? "{tenantid}" : knownTenant(named);
    String inPath = SHARED_ENDPOINTS.contains(named) ? named : tenant;
    String base = loginUrl + "/" + inPath;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token_endpoint", base + "/oauth2/v2.0/token");
    body.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
    body.put("jwks_uri", base + "/discovery/v2.0/keys");
    body.put("response_modes_supported", List.of("query", "fragment", "form_post"));
    body.put("subject_types_supported", List.of("pairwise"));
    body.put("id_token_signing_alg_values_supported", List.of("RS256"));
    body.put(
        "response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
    body.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
    body.put("issuer", loginUrl + "/" + tenant + "/v2.0");
    body.put("request_uri_parameter_supported", false);
    body.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
    body.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
    body.put("http_logout_supported", true);
    body.put("tenant_region_scope", "NA");
    body.put("cloud_instance_name", "localhost");
    return json(body);
  }

  private Reply instanceDiscovery(Call call) {
    String endpoint =
        call.queryParameters().getOrDefault("authorization_endpoint", loginUrl + "/common");
    String tenant = endpoint.replaceFirst("^https?://[^/]*/", "").replaceFirst("/.*$", "");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "tenant_discovery_endpoint",
        loginUrl + "/" + tenant + "/v2.0/.well-known/openid-configuration");
    body.put("api-version", "1.1");
    String host = loginUrl.replaceFirst("^https://", "");
    body.put(
        "metadata",
        List.of(
            Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
    return json(body);
  }

  static Reply json(Object body) {
    return Reply.of(200, "application/json; charset=utf-8", Json.bytes(body));
  }
}
