package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.KeyCredential;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * A client that proves itself with a JWT signed by its certificate's key instead of a secret (RFC
 * 7523), checked in the order in which Entra complains.
 */
final class ClientAssertions {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int SHA_256_BYTES = 32;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Registration registration;
  private final String loginUrl;
  private final Clock clock;

  ClientAssertions(Registration registration, String loginUrl, Clock clock) {
    this.registration = registration;
    this.loginUrl = loginUrl;
    this.clock = clock;
  }

  private record Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {
    static Jwt parse(String text) {
      String[] parts = text.split("\\.", -1);
      if (parts.length != 3) {
        throw new EntraRefusal(EntraError.ASSERTION_UNREADABLE, "");
      }
      try {
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new Jwt(
            Json.read(new String(base64.decode(parts[0]), StandardCharsets.UTF_8)),
            Json.read(new String(base64.decode(parts[1]), StandardCharsets.UTF_8)),
            parts[0] + "." + parts[1],
            base64.decode(parts[2]));
      } catch (IllegalArgumentException e) {
        throw new EntraRefusal(EntraError.ASSERTION_UNREADABLE, "");
      }
    }

    String header(String name) {
      return header.path(name).asText("");
    }

    String claim(String name) {
      return claims.path(name).asText("");
    }
  }

  void check(Map<String, String> form, String application) {
    String type = form.getOrDefault("client_assertion_type", "");
    if (!type.equals(TYPE)) {
      throw new EntraRefusal(EntraError.ASSERTION_TYPE, type);
    }
    Jwt jwt = Jwt.parse(form.getOrDefault("client_assertion", ""));
    if (!jwt.claim("iss").equalsIgnoreCase(application)
        || !jwt.claim("sub").equalsIgnoreCase(application)) {
      throw new EntraRefusal(EntraError.ASSERTION_APPLICATION, application);
    }
    checkSignature(jwt);
    checkAudience(jwt);
    checkTime(jwt);
    if (jwt.claim("jti").isEmpty()) {
      throw new EntraRefusal(EntraError.ASSERTION_UNREADABLE, "");
    }
  }

  private void checkSignature(Jwt jwt) {
    String x5t = jwt.header("x5t");
    String x5tS256 = jwt.header("x5t#S256");
    KeyCredential key =
        registration.certificates().stream()
            .filter(each -> each.isNamedBy(x5t, x5tS256))
            .findFirst()
            .orElseThrow(
                () ->
                    new EntraRefusal(
                        EntraError.ASSERTION_KEY_UNKNOWN, hex(x5t.isEmpty() ? x5tS256 : x5t)));
    if (clock.instant().isAfter(key.end())) {
      throw new EntraRefusal(
          EntraError.ASSERTION_KEY_EXPIRED,
          "Found key 'Start=%s, End=%s', Thumbprint of key used by client: '%s'"
              .formatted(TIME.format(key.start()), TIME.format(key.end()), key.thumbprint()));
    }
    if (!isSigned(jwt, key)) {
      throw new EntraRefusal(EntraError.ASSERTION_SIGNATURE_WRONG, key.thumbprint());
    }
  }

  private static String hex(String base64) {
    String url = base64.replace('+', '-').replace('/', '_');
    try {
      return HexFormat.of().withUpperCase().formatHex(Base64.getUrlDecoder().decode(url));
    } catch (IllegalArgumentException e) {
      throw new EntraRefusal(EntraError.ASSERTION_UNREADABLE, "");
    }
  }

  private static boolean isSigned(Jwt jwt, KeyCredential key) {
    try {
      Signature signature = signature(jwt.header("alg"));
      signature.initVerify(key.certificate().getPublicKey());
      signature.update(jwt.signed().getBytes(StandardCharsets.US_ASCII));
      return signature.verify(jwt.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("PS256")) {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SHA_256_BYTES, 1));
      return signature;
    }
    if (algorithm.equals("RS256")) {
      return Signature.getInstance("SHA256withRSA");
    }
    throw new EntraRefusal(EntraError.ASSERTION_UNREADABLE, "");
  }

  private void checkAudience(Jwt jwt) {
    String tenant = loginUrl + "/" + registration.identity().tenantId();
    Set<String> allowed =
        Set.of(tenant + "/oauth2/v2.0/token", tenant + "/oauth2/token", tenant + "/v2.0");
    if (!allowed.contains(jwt.claim("aud"))) {
      throw new EntraRefusal(EntraError.ASSERTION_AUDIENCE, "");
    }
  }

  private void checkTime(Jwt jwt) {
    Instant now = clock.instant();
    Instant from = Instant.ofEpochSecond(jwt.claims().path("nbf").asLong(0));
    Instant until = Instant.ofEpochSecond(jwt.claims().path("exp").asLong(0));
    if (now.isBefore(from.minus(CLOCK_SKEW)) || now.isAfter(until.plus(CLOCK_SKEW))) {
      throw new EntraRefusal(
          EntraError.ASSERTION_OUT_OF_TIME,
          "Current time: %s, assertion valid from %s, expiry time of assertion %s."
              .formatted(TIME.format(now), TIME.format(from), TIME.format(until)));
    }
  }
}
