package ai.chronom.m365.onboarding;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the answer of Microsoft's consent page comes back to this installation.
 *
 * @param redirectUri as registered, and as Microsoft insists on
 * @param base where people reach this installation
 */
record ConsentReturn(URI redirectUri, URI base) {
  private static final Set<String> PLACES = Set.of("", "/", "/consent");

  boolean leadsHere() {
    String path = Optional.ofNullable(base.getPath()).orElse("").replaceFirst("/$", "");
    String target = Optional.ofNullable(redirectUri.getPath()).orElse("");
    return origin(redirectUri).equals(origin(base))
        && redirectUri.getRawQuery() == null
        && target.startsWith(path)
        && PLACES.contains(target.substring(path.length()));
  }

  private static String origin(URI uri) {
    int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }
}
