package ai.chronom.m365.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this program reaches the outside: {@code chronom.http.*}. */
@ApplicationScoped
public class GraphConfig {
  @Inject
  @ConfigProperty(name = "chronom.http.proxy")
  Optional<String> proxyUrl;

  @Inject
  @ConfigProperty(name = "chronom.http.trusted-ca-file")
  Optional<String> trustedCaFile;

  /** A direct connection when none is configured. */
  Proxy proxy() {
    return proxyUrl.map(GraphConfig::proxy).orElse(Proxy.NO_PROXY);
  }

  Optional<Path> trustedCa() {
    return trustedCaFile.map(Path::of);
  }

  private static Proxy proxy(String text) {
    URI url = URI.create(text.strip());
    if (!"http".equals(url.getScheme()) || url.getHost() == null || url.getPort() < 0) {
      throw new IllegalStateException(
          "chronom.http.proxy: http://host:port expected, " + text + " given");
    }
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(url.getHost(), url.getPort()));
  }
}
