package ai.chronom.m365.embedded;

import ai.chronom.m365.platform.KeyManual;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the run was told, by system property or environment variable, checked key by key. */
final class Settings {
  private static final int LAST_PORT = 65_535;

  private final Map<String, String> properties;
  private final Map<String, String> environment;

  Settings(Properties properties, Map<String, String> environment) {
    this.properties = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> this.properties.put(name, properties.getProperty(name)));
    this.environment = environment;
    TreeSet<String> names = new TreeSet<>(this.properties.keySet());
    names.addAll(environment.keySet());
    KeyManual.read()
        .firstUnknown(names)
        .ifPresent(
            name -> {
              throw new CannotStart("The configuration key " + name + " does not exist.");
            });
    names.stream().filter(name -> name.startsWith("chronom.")).forEach(this::refuseEmpty);
  }

  String address() {
    return text("chronom.http.address").orElse("127.0.0.1");
  }

  int httpPort() {
    return number("chronom.http.port", 8080, 1, LAST_PORT);
  }

  Path dataDirectory() {
    return path("chronom.data.directory").orElse(Path.of("data")).toAbsolutePath().normalize();
  }

  Optional<String> databaseUrl() {
    Optional<String> url = text("chronom.db.url");
    url.filter(given -> !given.startsWith("jdbc:h2:") && !given.startsWith("jdbc:postgresql:"))
        .ifPresent(
            given -> {
              throw new CannotStart(
                  "chronom.db.url must start with jdbc:h2: or jdbc:postgresql: but is \""
                      + given
                      + "\".");
            });
    return url;
  }

  Optional<String> databaseUser() {
    return text("chronom.db.user");
  }

  boolean sandboxEnabled() {
    String given = text("chronom.sandbox.enabled").orElse("true").toLowerCase(Locale.ROOT);
    if (!given.equals("true") && !given.equals("false")) {
      throw new CannotStart(
          "chronom.sandbox.enabled must be true or false but is \"" + given + "\".");
    }
    return given.equals("true");
  }

  /** The first of the four ports that the sandbox takes. */
  int sandboxPort() {
    return number("chronom.sandbox.port", 8090, 1, LAST_PORT - 3);
  }

  int sandboxUsers() {
    return number("chronom.sandbox.users", 120, 1, 100_000);
  }

  /** Empty when no mail server is given; its name is resolved when mail is sent. */
  Optional<InetSocketAddress> smtpServer() {
    int port = number("chronom.notifications.smtp-port", 25, 1, LAST_PORT);
    return text("chronom.notifications.smtp-host")
        .map(host -> InetSocketAddress.createUnresolved(host, port));
  }

  /** A file the key names; it must be readable now, not when the product comes to need it. */
  Optional<Path> file(String key) {
    Optional<Path> file = path(key).map(Path::toAbsolutePath);
    file.filter(given -> !Files.isRegularFile(given) || !Files.isReadable(given))
        .ifPresent(
            given -> {
              throw new CannotStart(key + " names the file " + given + ", which cannot be read.");
            });
    return file;
  }

  boolean isGiven(String key) {
    return text(key).isPresent();
  }

  /**
   * Everything of ours that came as a system property; the environment reaches the server by
   * itself.
   */
  Map<String, String> givenAsProperties() {
    Map<String, String> given = new TreeMap<>(properties);
    given.keySet().removeIf(name -> !name.startsWith("chronom."));
    return given;
  }

  private Optional<String> text(String key) {
    String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(properties.getOrDefault(key, environment.get(variable)));
  }

  private Optional<Path> path(String key) {
    try {
      return text(key).map(Path::of);
    } catch (InvalidPathException e) {
      throw new CannotStart(key + " is no path: " + e.getReason() + ".");
    }
  }

  private int number(String key, int otherwise, int least, int most) {
    String given = text(key).orElse(String.valueOf(otherwise));
    String range =
        key
            + " must be a whole number from "
            + least
            + " to "
            + most
            + " but is \""
            + given
            + "\".";
    try {
      int number = Integer.parseInt(given);
      if (number < least || number > most) {
        throw new CannotStart(range);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new CannotStart(range);
    }
  }

  private void refuseEmpty(String key) {
    if (properties.getOrDefault(key, "-").isBlank()) {
      throw new CannotStart("The configuration key " + key + " has no value.");
    }
  }
}
