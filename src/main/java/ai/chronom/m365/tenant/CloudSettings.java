package ai.chronom.m365.tenant;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads clouds from settings: Microsoft's four, each setting of which may be overridden, and any
 * further cloud that is given whole. Hosts: Microsoft, national cloud deployments (2026-08).
 */
final class CloudSettings {
  static final String PREFIX = "chronom.clouds.";
  static final List<String> PROPERTIES =
      List.of("display-name", "login-url", "graph-url", "portal-url", "report-hosts");

  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final Pattern REPORT_HOST =
      Pattern.compile("([*][.])?[a-z0-9-]+([.][a-z0-9-]+)*(:[0-9]{1,5})?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  private static final int PORT_MAX = 65_535;

  /** Documented for the global cloud only; the others document no usage reports at all. */
  private static final List<String> REPORT_HOSTS = List.of("*.office.com", "*.microsoft.com");

  private final Map<String, String> settings;

  private CloudSettings(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * @param settings full keys and their values
   * @throws IllegalArgumentException with one sentence that names the key
   */
  static Clouds read(Map<String, String> settings) {
    return new CloudSettings(settings).clouds();
  }

  private Clouds clouds() {
    Map<String, Cloud> clouds = new LinkedHashMap<>();
    for (Cloud cloud : builtIn()) {
      clouds.put(cloud.id(), overridden(cloud));
    }
    for (String id : idsGiven()) {
      clouds.computeIfAbsent(id, this::further);
    }
    return new Clouds(List.copyOf(clouds.values()));
  }

  private static List<Cloud> builtIn() {
    return List.of(
        cloud(
            "global",
            "Microsoft 365 (global, GCC)",
            "login.microsoftonline.com",
            "graph.microsoft.com",
            "portal.azure.com"),
        cloud(
            "us-gov",
            "US Government (GCC High)",
            "login.microsoftonline.us",
            "graph.microsoft.us",
            "portal.azure.us"),
        cloud(
            "us-dod",
            "US Government (DoD)",
            "login.microsoftonline.us",
            "dod-graph.microsoft.us",
            "portal.azure.us"),
        // Entra's documentation names this login host, Graph's names login.chinacloudapi.cn.
        cloud(
            "china",
            "China (21Vianet)",
            "login.partner.microsoftonline.cn",
            "microsoftgraph.chinacloudapi.cn",
            "portal.azure.cn"));
  }

  private static Cloud cloud(String id, String name, String login, String graph, String portal) {
    return new Cloud(
        id,
        name,
        URI.create("https://" + login),
        URI.create("https://" + graph),
        URI.create("https://" + portal),
        REPORT_HOSTS);
  }

  private Set<String> idsGiven() {
    Set<String> ids = new TreeSet<>();
    for (String key : settings.keySet()) {
      String tail = key.substring(PREFIX.length());
      int dot = tail.lastIndexOf('.');
      if (dot < 0 || !PROPERTIES.contains(tail.substring(dot + 1))) {
        throw bad(key, "is unknown: after the cloud's id comes one of " + PROPERTIES);
      }
      String id = tail.substring(0, dot);
      if (!ID.matcher(id).matches()) {
        throw bad(key, "names no cloud: 1 to 40 lower-case letters, digits and dashes expected");
      }
      ids.add(id);
    }
    return ids;
  }

  private Cloud overridden(Cloud cloud) {
    String id = cloud.id();
    return new Cloud(
        id,
        given(id, "display-name").orElse(cloud.displayName()),
        url(id, "login-url").orElse(cloud.loginUrl()),
        url(id, "graph-url").orElse(cloud.graphUrl()),
        url(id, "portal-url").orElse(cloud.portalUrl()),
        reportHosts(id).orElse(cloud.reportHosts()));
  }

  private Cloud further(String id) {
    return new Cloud(
        id,
        given(id, "display-name").orElse(id),
        url(id, "login-url").orElseThrow(() -> missing(id, "login-url")),
        url(id, "graph-url").orElseThrow(() -> missing(id, "graph-url")),
        url(id, "portal-url").orElseThrow(() -> missing(id, "portal-url")),
        reportHosts(id).orElse(List.of()));
  }

  private Optional<String> given(String id, String property) {
    Optional<String> value = Optional.ofNullable(settings.get(key(id, property)));
    if (value.filter(String::isBlank).isPresent()) {
      throw bad(key(id, property), "is empty: give a value or leave the key out");
    }
    return value.map(String::strip);
  }

  private Optional<URI> url(String id, String property) {
    return given(id, property).map(text -> checkedUrl(id, property, text));
  }

  private static URI checkedUrl(String id, String property, String text) {
    String key = key(id, property);
    URI url;
    try {
      url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException e) {
      throw bad(key, "is no URL: https://host expected, \"" + text + "\" given");
    }
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null || url.getPort() > PORT_MAX) {
      throw bad(key, "is no URL of a host: https://host expected, \"" + text + "\" given");
    }
    boolean local = property.equals("portal-url") && LOOPBACK.contains(host);
    if (!"https".equals(url.getScheme()) && !(local && "http".equals(url.getScheme()))) {
      throw bad(key, "must begin with https://, \"" + text + "\" given");
    }
    if (!url.getRawPath().isEmpty() || url.getRawQuery() != null || url.getFragment() != null) {
      throw bad(key, "must end after the host, without a path, \"" + text + "\" given");
    }
    return url;
  }

  private Optional<List<String>> reportHosts(String id) {
    return given(id, "report-hosts").map(text -> checkedHosts(key(id, "report-hosts"), text));
  }

  private static List<String> checkedHosts(String key, String text) {
    List<String> hosts = new ArrayList<>();
    for (String part : Arrays.asList(text.split(",", -1))) {
      String host = part.strip().toLowerCase(Locale.ROOT);
      if (!REPORT_HOST.matcher(host).matches() || port(host) > PORT_MAX) {
        throw bad(key, "holds \"" + part + "\": host, host:port or *.domain expected");
      }
      hosts.add(host);
    }
    return hosts;
  }

  private static int port(String host) {
    int colon = host.indexOf(':');
    return colon < 0 ? 0 : Integer.parseInt(host.substring(colon + 1));
  }

  private static IllegalArgumentException missing(String id, String property) {
    return bad(key(id, property), "is missing: the cloud \"" + id + "\" is not built in");
  }

  private static String key(String id, String property) {
    return PREFIX + id + "." + property;
  }

  private static IllegalArgumentException bad(String key, String what) {
    return new IllegalArgumentException(key + " " + what + ".");
  }
}
