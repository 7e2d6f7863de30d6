package ai.chronom.m365.sandbox.portal;

import ai.chronom.m365.sandbox.registration.KeyCredential;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Profile;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.registration.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the buttons of the portal page do. */
final class PortalActions {
  private static final long LONGEST_DAYS = 730;

  private final Registration registration;

  PortalActions(Registration registration) {
    this.registration = registration;
  }

  /**
   * @param secret a secret just made, to be shown this once
   * @param section of the page to return to
   */
  record Outcome(Optional<Secret> secret, String section, Map<String, Object> json) {}

  Outcome perform(String action, Map<String, String> given) {
    return switch (action) {
      case "permissions/configure" ->
          change("permissions", () -> registration.configure(permission(given)));
      case "permissions/remove" ->
          change("permissions", () -> registration.removeConfigured(permission(given)));
      case "permissions/configured" -> change("permissions", () -> configureExactly(given));
      case "permissions/grant-admin-consent" ->
          change("permissions", registration::grantAdminConsent);
      case "permissions/grant" ->
          change("permissions", () -> registration.grant(permission(given)));
      case "permissions/revoke" ->
          change("permissions", () -> registration.revoke(permission(given)));
      case "permissions/revoke-all" ->
          change(
              "permissions", () -> registration.granted().keySet().forEach(registration::revoke));
      case "secrets/new" -> newSecret(given);
      case "secrets/expire" ->
          change("secrets", () -> registration.expireSecret(required(given, "keyId")));
      case "secrets/delete" ->
          change("secrets", () -> registration.deleteSecret(required(given, "keyId")));
      case "certificates/upload" -> upload(given);
      case "certificates/delete" ->
          change("secrets", () -> registration.deleteCertificate(required(given, "keyId")));
      case "redirects/add" -> change("overview", () -> addRedirect(required(given, "uri")));
      case "switches" -> change("switches", () -> turn(given));
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  private Outcome change(String section, Runnable change) {
    change.run();
    return new Outcome(Optional.empty(), section, state());
  }

  private Outcome newSecret(Map<String, String> given) {
    long days = Long.parseLong(given.getOrDefault("days", "180"));
    if (days < 0 || days > LONGEST_DAYS) {
      throw new IllegalArgumentException("a secret lives at most 24 months");
    }
    Secret secret =
        registration.createSecret(given.getOrDefault("description", ""), Duration.ofDays(days));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("keyId", secret.keyId());
    json.put("value", secret.value());
    json.put("endDateTime", secret.end().toString());
    return new Outcome(Optional.of(secret), "secrets", json);
  }

  private Outcome upload(Map<String, String> given) {
    KeyCredential added =
        registration.addCertificate(
            given.getOrDefault("description", ""), required(given, "certificate"));
    return new Outcome(Optional.empty(), "secrets", row(added));
  }

  private static Map<String, Object> row(KeyCredential certificate) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("keyId", certificate.keyId());
    row.put("thumbprint", certificate.thumbprint());
    row.put("endDateTime", certificate.end().toString());
    return row;
  }

  /** The tick boxes of the page: what is ticked stays, what is not goes. */
  private void configureExactly(Map<String, String> given) {
    for (Permission permission : Permissions.ALL) {
      boolean ticked = given.containsKey("p-" + permission.id());
      if (ticked) {
        registration.configure(permission);
      } else if (registration.configured().contains(permission)) {
        registration.removeConfigured(permission);
      }
    }
  }

  /** The rule of the portal's platform Web. */
  private void addRedirect(String uri) {
    if (!uri.startsWith("https://") && !uri.matches("http://localhost(:[0-9]+)?(/.*)?")) {
      throw new IllegalArgumentException("Must start with HTTPS or http://localhost.");
    }
    Profile profile = registration.profile();
    Set<String> all = new LinkedHashSet<>(profile.webRedirects());
    all.add(uri);
    registration.change(
        profile.withRedirects(List.copyOf(all), profile.spaRedirects(), profile.publicRedirects()));
  }

  private void turn(Map<String, String> given) {
    Switch which = Switch.valueOf(required(given, "name"));
    registration.set(which, Boolean.parseBoolean(required(given, "on")));
  }

  /** By id, or by value for an application role. */
  private static Permission permission(Map<String, String> given) {
    String id = given.getOrDefault("id", "");
    return id.isEmpty()
        ? Permissions.role(required(given, "value"))
        : Permissions.byId(id)
            .orElseThrow(() -> new IllegalArgumentException("no permission with id " + id));
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return value;
  }

  /** Everything but the secrets' values. */
  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("tenantId", registration.identity().tenantId());
    state.put("applicationId", registration.identity().applicationId());
    List<Object> permissions = new ArrayList<>();
    for (Permission permission : Permissions.ALL) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", permission.id());
      row.put("value", permission.value());
      row.put("type", permission.kind().label());
      row.put("configured", registration.configured().contains(permission));
      row.put("granted", registration.granted().containsKey(permission));
      permissions.add(row);
    }
    state.put("permissions", permissions);
    List<Object> secrets = new ArrayList<>();
    for (Secret secret : registration.secrets()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("keyId", secret.keyId());
      row.put("hint", secret.hint());
      row.put("endDateTime", secret.end().toString());
      secrets.add(row);
    }
    state.put("secrets", secrets);
    state.put(
        "certificates", registration.certificates().stream().map(PortalActions::row).toList());
    Map<String, Object> switches = new LinkedHashMap<>();
    for (Switch each : Switch.values()) {
      switches.put(each.name(), registration.is(each));
    }
    state.put("switches", switches);
    return state;
  }
}
