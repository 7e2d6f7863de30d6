package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Issues app-only tokens for Graph as signed JWTs and knows them again. */
public final class AccessTokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  // One key for all sandboxes of a process: making one is slow, and the audience keeps them apart.
  private static final KeyPair KEYS = newKeys();
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Registration registration;
  private final String graphUrl;
  private final Clock clock;
  private final String keyId;
  private final Map<String, Grant> checked = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** A token as it goes to the client. */
  public record Issued(String token, long lifetimeSeconds) {}

  /** What a valid token lets its bearer do. */
  public record Grant(List<String> roles, Instant notAfter) {}

  public AccessTokens(Registration registration, String graphUrl, Clock clock) {
    this.registration = registration;
    this.graphUrl = graphUrl;
    this.clock = clock;
    this.keyId =
        BASE64.encodeToString(
            UUID.randomUUID().toString().substring(0, 20).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * A token with the roles consented at this moment; without any there is no roles claim at all.
   */
  public Issued issue() {
    Registration.Identity identity = registration.identity();
    return issue(
        new Bearer(
            graphUrl,
            identity.applicationId(),
            identity.servicePrincipalId(),
            Registration.DISPLAY_NAME,
            registration.grantedRoles()));
  }

  /** Who a token is for, at which service, with which roles. */
  record Bearer(
      String audience, String applicationId, String objectId, String name, List<String> roles) {}

  Issued issue(Bearer bearer) {
    Instant now = clock.instant();
    // Entra draws the lifetime, so that clients cannot count on a round hour.
    long lifetime = ThreadLocalRandom.current().nextLong(3600, 5400);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("alg", "RS256");
    header.put("x5t", keyId);
    header.put("kid", keyId);
    String head = part(header) + "." + part(claims(bearer, now, lifetime));
    return new Issued(head + "." + BASE64.encodeToString(sign(head)), lifetime);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> claims(Bearer bearer, Instant now, long lifetime) {
    Registration.Identity identity = registration.identity();
    long issuedAt = now.getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", bearer.audience());
    claims.put("iss", "https://sts.windows.net/" + identity.tenantId() + "/");
    claims.put("iat", issuedAt);
    claims.put("nbf", issuedAt);
    claims.put("exp", issuedAt + lifetime);
    claims.put(
        "aio",
        BASE64.encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)));
    claims.put("app_displayname", bearer.name());
    claims.put("appid", bearer.applicationId());
    claims.put("appidacr", "1");
    claims.put("idp", "https://sts.windows.net/" + identity.tenantId() + "/");
    claims.put("idtyp", "app");
    claims.put("oid", bearer.objectId());
    claims.put("rh", "0.AX0A" + keyId.substring(0, 12) + ".");
    if (!bearer.roles().isEmpty()) {
      claims.put("roles", bearer.roles());
    }
    claims.put("sub", bearer.objectId());
    claims.put("tenant_region_scope", "NA");
    claims.put("tid", identity.tenantId());
    claims.put(
        "uti",
        BASE64.encodeToString(
            UUID.randomUUID().toString().substring(0, 16).getBytes(StandardCharsets.US_ASCII)));
    claims.put("ver", "1.0");
    claims.put("xms_tcdt", identity.createdAt().getEpochSecond());
    return claims;
  }

  /** What the token grants; empty when it is not ours, altered or over. */
  public Optional<Grant> check(String token) {
    Grant grant = checked.get(token);
    if (revoked.contains(token)) {
      return Optional.empty();
    }
    if (grant == null) {
      Optional<Grant> fresh = verify(token);
      if (fresh.isEmpty()) {
        return fresh;
      }
      grant = fresh.get();
      checked.put(token, grant);
    }
    return clock.instant().isBefore(grant.notAfter()) ? Optional.of(grant) : Optional.empty();
  }

  /** Makes every token used so far worthless. */
  public void revokeAll() {
    revoked.addAll(checked.keySet());
    checked.clear();
  }

  private Optional<Grant> verify(String token) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(KEYS.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
        return Optional.empty();
      }
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return grant(Json.read(new String(claims, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Grant> grant(JsonNode claims) {
    if (!claims.path("aud").asText().equals(graphUrl)) {
      return Optional.empty();
    }
    List<String> roles = new ArrayList<>();
    claims.path("roles").forEach(role -> roles.add(role.asText()));
    Instant end = Instant.ofEpochSecond(claims.path("exp").asLong()).plus(CLOCK_SKEW);
    return Optional.of(new Grant(List.copyOf(roles), end));
  }

  /** The public key as the JWKS endpoint shows it. */
  Map<String, Object> publicKey() {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("kid", keyId);
    jwk.put("x5t", keyId);
    jwk.put("n", BASE64.encodeToString(unsigned(key.getModulus())));
    jwk.put("e", BASE64.encodeToString(unsigned(key.getPublicExponent())));
    return jwk;
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String part(Map<String, Object> content) {
    return BASE64.encodeToString(Json.bytes(content));
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
