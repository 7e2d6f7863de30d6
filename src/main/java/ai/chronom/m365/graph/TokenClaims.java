package ai.chronom.m365.graph;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks into a token of our own, for diagnosis only: Microsoft asks clients to treat Graph tokens
 * as opaque, so nothing depends on it being readable.
 */
final class TokenClaims {
  private TokenClaims() {}

  /** Empty optional when the token is not readable; an empty set when it holds no role. */
  static Optional<Set<String>> roles(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return JsonText.object(Base64.getUrlDecoder().decode(parts[1]))
          .map(
              claims -> claims.get("roles") instanceof JsonArray roles ? strings(roles) : Set.of());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<String> strings(JsonArray roles) {
    return roles.stream()
        .filter(JsonString.class::isInstance)
        .map(role -> ((JsonString) role).getString())
        .collect(Collectors.toUnmodifiableSet());
  }
}
