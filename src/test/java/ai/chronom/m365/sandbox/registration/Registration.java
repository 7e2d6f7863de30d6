package ai.chronom.m365.sandbox.registration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The app registration in Contoso's Entra ID with its enterprise application, consents, secrets,
 * and the tenant's switches. Every change is written to the file at once, so that credentials
 * survive a restart.
 */
public final class Registration {
  public static final String DISPLAY_NAME = "Chronom Read-Only App Registration";
  public static final String REDIRECT_URI = "https://app.chronom.ai";
  public static final String DOMAIN = "contoso.onmicrosoft.com";
  public static final String CUSTOM_DOMAIN = "contoso.com";
  public static final String GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";
  private static final Duration SECRET_LIFETIME = Duration.ofDays(180);

  private final RegistrationFile file;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  final Identity identity;
  final Map<String, Secret> secrets = new LinkedHashMap<>();
  final Set<String> everIssued = new LinkedHashSet<>();
  final Map<String, KeyCredential> certificates = new LinkedHashMap<>();
  final Set<Permission> configured = new LinkedHashSet<>();
  final Map<Permission, Instant> granted = new LinkedHashMap<>();
  final Map<Switch, Boolean> switches = new EnumMap<>(Switch.class);
  Profile profile = Profile.ofTheGuide();
  private final Automation automation = Automation.create();
  private Instant tokensStandStill = Instant.MAX;

  /** The ids that never change. */
  public record Identity(
      String tenantId,
      String applicationId,
      String applicationObjectId,
      String servicePrincipalId,
      String graphServicePrincipalId,
      Instant createdAt) {}

  /** How far the administrator has come when the sandbox starts on an empty directory. */
  public enum Stage {
    /** Nobody has registered the application yet. */
    NOTHING,
    REGISTERED,
    CONFIGURED,
    CONSENTED
  }

  Registration(RegistrationFile file, Clock clock, Identity identity) {
    this.file = file;
    this.clock = clock;
    this.identity = identity;
    for (Switch each : Switch.values()) {
      switches.put(each, each.initially());
    }
  }

  public static Registration keptIn(Path directory, Clock clock, Stage stage) {
    RegistrationFile file = new RegistrationFile(directory);
    return file.read(clock).orElseGet(() -> create(file, clock, stage));
  }

  private static Registration create(RegistrationFile file, Clock clock, Stage stage) {
    Identity identity = new Identity(newId(), newId(), newId(), newId(), newId(), clock.instant());
    Registration registration = new Registration(file, clock, identity);
    if (stage == Stage.NOTHING) {
      registration.set(Switch.APPLICATION_PRESENT, false);
      registration.set(Switch.ENTERPRISE_APPLICATION_PRESENT, false);
      return registration;
    }
    registration.createSecret("Chronom", SECRET_LIFETIME);
    if (stage != Stage.REGISTERED) {
      Permissions.REQUIRED.forEach(registration::configure);
    }
    if (stage == Stage.CONSENTED) {
      registration.grantAdminConsent();
    }
    return registration;
  }

  public Automation automation() {
    return automation;
  }

  public Identity identity() {
    return identity;
  }

  public synchronized List<Secret> secrets() {
    return List.copyOf(secrets.values());
  }

  /** What a newcomer pastes: the oldest secret that still works. */
  public synchronized Optional<Secret> workingSecret() {
    Instant now = clock.instant();
    return secrets.values().stream()
        .filter(secret -> !secret.isExpired(now))
        .min(Comparator.comparing(Secret::start));
  }

  public synchronized Secret createSecret(String displayName, Duration lifetime) {
    Instant now = clock.instant();
    Secret secret =
        new Secret(newId(), displayName, SecretText.next(random), now, now.plus(lifetime));
    secrets.put(secret.keyId(), secret);
    everIssued.add(secret.value());
    save();
    return secret;
  }

  public synchronized void expireSecret(String keyId) {
    secrets.computeIfPresent(keyId, (id, secret) -> secret.expiredAt(clock.instant()));
    save();
  }

  public synchronized void deleteSecret(String keyId) {
    secrets.remove(keyId);
    save();
  }

  public synchronized List<KeyCredential> certificates() {
    return List.copyOf(certificates.values());
  }

  /**
   * As the portal's upload does.
   *
   * @param file DER or PEM, in base64; {@link IllegalArgumentException} when it is no certificate
   */
  public synchronized KeyCredential addCertificate(String displayName, String file) {
    if (KeyCredential.isPrivateKey(file)) {
      throw new IllegalArgumentException("Upload the certificate only, never its private key.");
    }
    X509Certificate read = KeyCredential.read(file);
    String name = displayName.isBlank() ? read.getSubjectX500Principal().getName() : displayName;
    KeyCredential added = new KeyCredential(newId(), name, read);
    certificates.put(added.keyId(), added);
    save();
    return added;
  }

  public synchronized void deleteCertificate(String keyId) {
    certificates.remove(keyId);
    save();
  }

  /** Whether a text holds a secret that was ever issued, plain or form-encoded. */
  public synchronized boolean holdsSecret(String text) {
    return everIssued.stream()
        .anyMatch(value -> text.contains(value) || text.contains(value.replace("~", "%7E")));
  }

  public synchronized Profile profile() {
    return profile;
  }

  public synchronized void change(Profile other) {
    profile = other;
    save();
  }

  public synchronized List<Permission> configured() {
    return List.copyOf(configured);
  }

  public synchronized void configure(Permission permission) {
    configured.add(permission);
    save();
  }

  /** Takes a permission off the registration; a consent given for it stays, as in Entra. */
  public synchronized void removeConfigured(Permission permission) {
    configured.remove(permission);
    save();
  }

  /** Replaces the whole list of the registration. */
  public synchronized void configureOnly(List<Permission> permissions) {
    configured.clear();
    configured.addAll(permissions);
    save();
  }

  public synchronized Map<Permission, Instant> granted() {
    return new LinkedHashMap<>(granted);
  }

  public synchronized void grantAdminConsent() {
    Instant now = clock.instant();
    configured.forEach(permission -> granted.putIfAbsent(permission, now));
    save();
  }

  public synchronized void grant(Permission permission) {
    granted.putIfAbsent(permission, clock.instant());
    save();
  }

  public synchronized void revoke(Permission permission) {
    granted.remove(permission);
    save();
  }

  /** Application roles that a token issued now carries, in the order of consent. */
  public synchronized List<String> grantedRoles() {
    return granted.entrySet().stream()
        .filter(entry -> entry.getKey().isApplication())
        .filter(entry -> !entry.getValue().isAfter(tokensStandStill))
        .map(entry -> entry.getKey().value())
        .toList();
  }

  public synchronized List<String> grantedScopes() {
    List<String> scopes = new ArrayList<>();
    granted.keySet().stream()
        .filter(p -> !p.isApplication())
        .map(Permission::value)
        .forEach(scopes::add);
    return scopes;
  }

  public synchronized boolean is(Switch which) {
    return switches.getOrDefault(which, which.initially());
  }

  public synchronized void set(Switch which, boolean on) {
    switches.put(which, on);
    if (which == Switch.TOKENS_LAG) {
      tokensStandStill = on ? clock.instant() : Instant.MAX;
    }
    save();
  }

  private void save() {
    file.write(this);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
