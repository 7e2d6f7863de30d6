package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.Cloud;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Decides where this program may connect for one cloud. Text is compared before any parser can read
 * it its own way: what is not literally the cloud's address followed by a known path is refused.
 */
final class UrlGuard {
  private static final int MAX_CHARS = 16_384;
  private static final int HTTPS_PORT = 443;
  private static final List<String> GRAPH_PATHS = List.of("/v1.0/", "/beta/");

  private final String graph;
  private final String login;
  private final List<String> reportHosts;

  UrlGuard(Cloud cloud) {
    this.graph = origin(cloud.graphUrl());
    this.login = origin(cloud.loginUrl());
    this.reportHosts = cloud.reportHosts();
  }

  /** The address for a path of ours, or for a next link as Graph sent it. */
  HttpUrl graph(String pathOrLink) {
    String url = pathOrLink.startsWith("/") ? graph + pathOrLink : pathOrLink;
    if (GRAPH_PATHS.stream().noneMatch(path -> url.startsWith(graph + path))) {
      throw refused("an address of Microsoft Graph in the tenant's cloud expected");
    }
    HttpUrl parsed = parsed(url, graph);
    if (GRAPH_PATHS.stream().noneMatch(parsed.encodedPath()::startsWith)) {
      throw refused("an address that stays where it seems to lead expected");
    }
    return parsed;
  }

  /** An address of Entra, given by its path. */
  HttpUrl login(String path) {
    return parsed(login + path, login);
  }

  /** The target of a redirect to a report download; relative ones are refused. */
  HttpUrl report(@Nullable String location) {
    if (location == null || !location.startsWith("https://")) {
      throw refused("a report download over https expected");
    }
    HttpUrl url = parsed(location, "https://");
    if (!authority(location).equals(hostAndPort(url, location)) || !isReportHost(url)) {
      throw refused("a report download from an allowed host expected, " + url.host() + " given");
    }
    return url;
  }

  /** Whether the operator named exactly this host, so that it may have a private address. */
  boolean namesReportHost(String host) {
    return reportHosts.stream()
        .map(entry -> entry.split(":", 2)[0])
        .anyMatch(name -> name.equalsIgnoreCase(host));
  }

  private boolean isReportHost(HttpUrl url) {
    return reportHosts.stream().anyMatch(entry -> matches(entry.toLowerCase(Locale.ROOT), url));
  }

  private static boolean matches(String entry, HttpUrl url) {
    String[] parts = entry.split(":", 2);
    int port = parts.length == 2 ? Integer.parseInt(parts[1]) : HTTPS_PORT;
    boolean sameHost =
        parts[0].startsWith("*.")
            ? url.host().endsWith(parts[0].substring(1))
            : url.host().equals(parts[0]);
    return sameHost && url.port() == port;
  }

  private static HttpUrl parsed(String url, String origin) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || url.length() > MAX_CHARS || !isPlain(url)) {
      throw refused("a plain address expected");
    }
    boolean kept =
        parsed.toString().startsWith(origin)
            && parsed.encodedUsername().isEmpty()
            && parsed.encodedPassword().isEmpty()
            && parsed.fragment() == null;
    if (!kept || climbs(url)) {
      throw refused("an address without user, fragment or steps upward expected");
    }
    return parsed;
  }

  private static boolean isPlain(String url) {
    // Parsers drop blanks at the ends, and what was the name ".. " becomes a step upward.
    return url.equals(url.strip()) && url.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
  }

  private static boolean climbs(String url) {
    String path = url.split("[?#]", 2)[0].substring("https://".length()).toLowerCase(Locale.ROOT);
    String decoded = path.replace("%2e", ".").replace("%2f", "/").replace("%5c", "/");
    return decoded.contains("/../")
        || decoded.contains("/./")
        || decoded.endsWith("/..")
        || decoded.endsWith("/.")
        || decoded.contains("//")
        || path.contains("%2f")
        || path.contains("%5c");
  }

  private static String authority(String url) {
    return url.substring("https://".length()).split("[/?#]", 2)[0];
  }

  private static String hostAndPort(HttpUrl url, String original) {
    return authority(original).endsWith(":" + url.port())
        ? url.host() + ":" + url.port()
        : url.host();
  }

  /** Without a path, and without the port when it is the usual one. */
  private static String origin(URI uri) {
    HttpUrl url = HttpUrl.get(uri);
    if (url == null || !url.isHttps()) {
      throw refused("an https address in the cloud's configuration expected");
    }
    String text = url.newBuilder().encodedPath("/").query(null).fragment(null).toString();
    return text.substring(0, text.length() - 1);
  }

  private static GraphRefused refused(String expectation) {
    return new GraphRefused(
        RefusalKind.HOSTILE, 0, null, "Refused to connect: " + expectation, null);
  }
}
