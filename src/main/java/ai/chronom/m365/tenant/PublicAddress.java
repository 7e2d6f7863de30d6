package ai.chronom.m365.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this installation: {@code chronom.public-url}, which no request can fake. */
@ApplicationScoped
public class PublicAddress {
  @Inject
  @ConfigProperty(name = "chronom.public-url")
  Optional<String> configured;

  /** Without a slash at its end; empty when it is not configured. */
  public Optional<URI> base() {
    return configured.map(String::strip).map(PublicAddress::withoutSlash).map(URI::create);
  }

  /**
   * A link into the console, for mails and messages; empty when it is not configured.
   *
   * @param path begins with a slash
   */
  public Optional<String> link(String path) {
    return base().map(base -> base + path);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
