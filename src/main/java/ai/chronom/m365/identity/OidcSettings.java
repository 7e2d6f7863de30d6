package ai.chronom.m365.identity;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How this installation is known to its identity provider: {@code chronom.oidc.*}.
 *
 * @param issuer exactly as its tokens and its description say it
 * @param clientSecret shown to the provider only
 * @param groupsClaim of the ID token; a path with dots leads into objects
 */
public record OidcSettings(
    String issuer, String clientId, String clientSecret, String groupsClaim, RoleMapping roles) {
  private static final String ISSUER = "chronom.oidc.issuer";
  private static final String CLIENT_ID = "chronom.oidc.client-id";
  private static final String SECRET_FILE = "chronom.oidc.client-secret-file";
  private static final String GROUPS_CLAIM = "chronom.oidc.groups-claim";
  private static final String USUAL_CLAIM = "groups";
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Throws an IllegalStateException with one sentence that names the key.
   *
   * @param values of the configuration, by key
   * @param mapping the values of all keys of {@link RoleMapping#PREFIX}, by what follows it
   * @param secrets reads the file of a name
   */
  public static OidcSettings of(
      Function<String, Optional<String>> values,
      Map<String, String> mapping,
      UnaryOperator<String> secrets) {
    String issuer = required(values, ISSUER);
    if (!isIssuer(issuer)) {
      throw new IllegalStateException(
          ISSUER
              + " is \""
              + issuer
              + "\", but an address like https://host/path is expected, or http://localhost for a"
              + " trial");
    }
    String clientId = required(values, CLIENT_ID);
    RoleMapping roles = RoleMapping.of(mapping);
    String claim = values.apply(GROUPS_CLAIM).map(String::strip).orElse(USUAL_CLAIM);
    return new OidcSettings(
        issuer, clientId, secrets.apply(required(values, SECRET_FILE)), claim, roles);
  }

  /** The key of the file's name, for whoever reads it. */
  public static String secretFileKey() {
    return SECRET_FILE;
  }

  private static String required(Function<String, Optional<String>> values, String key) {
    return values
        .apply(key)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    key + " must be set when chronom.auth.mechanism is oidc"));
  }

  private static boolean isIssuer(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }
}
