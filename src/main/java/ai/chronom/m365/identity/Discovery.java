package ai.chronom.m365.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the provider's addresses and keys are, as it describes itself; read anew each hour. A
 * description that names another issuer, or leads out of TLS, is not taken.
 */
final class Discovery {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String PATH = "/.well-known/openid-configuration";

  /** Keys are asked for again when an unknown one signed, at most every half minute. */
  private static final long KEYS_LIFE_MILLISECONDS = LIFE.toMillis();

  private static final long KEYS_PATIENCE_MILLISECONDS = 30_000;

  private final String issuer;
  private final Sender sender;
  private final Clock clock;
  private @Nullable Found found;

  Discovery(String issuer, Sender sender, Clock clock) {
    this.issuer = issuer;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * @param keys with which it signs, cached
   */
  record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

  /** Throws an IOException that says in few words why there is none. */
  synchronized Found find() throws IOException {
    Instant now = clock.instant();
    Found known = found;
    if (known == null || now.isAfter(known.at().plus(LIFE))) {
      known = read(now);
      found = known;
    }
    return known;
  }

  private Found read(Instant now) throws IOException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    OIDCProviderMetadata metadata = parsed(sender.document(URI.create(base + PATH)));
    if (!metadata.getIssuer().getValue().equals(issuer)) {
      throw new IOException("its description names another issuer than chronom.oidc.issuer");
    }
    if (metadata.getAuthorizationEndpointURI() == null
        || metadata.getTokenEndpointURI() == null
        || metadata.getJWKSetURI() == null) {
      throw new IOException("its description lacks an address");
    }
    if (Stream.of(
            metadata.getAuthorizationEndpointURI(),
            metadata.getTokenEndpointURI(),
            metadata.getJWKSetURI(),
            metadata.getEndSessionEndpointURI())
        .filter(Objects::nonNull)
        .anyMatch(address -> !isAsSafe(address))) {
      throw new IOException("its description leads out of TLS");
    }
    return new Found(metadata, keys(metadata.getJWKSetURI()), now);
  }

  private static OIDCProviderMetadata parsed(String text) throws IOException {
    try {
      return OIDCProviderMetadata.parse(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("its description is unreadable");
    }
  }

  /** Without TLS only when the operator's own issuer is, which lives on this machine. */
  private boolean isAsSafe(URI address) {
    return address.getHost() != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || (issuer.startsWith("http://") && "http".equalsIgnoreCase(address.getScheme())));
  }

  private JWKSource<SecurityContext> keys(URI address) throws IOException {
    try {
      return JWKSourceBuilder.create(address.toURL(), sender)
          .cache(KEYS_LIFE_MILLISECONDS, KEYS_PATIENCE_MILLISECONDS)
          // It would work in threads of its own.
          .refreshAheadCache(false)
          .build();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new IOException("its description holds no address of keys");
    }
  }
}
