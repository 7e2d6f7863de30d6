package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which values the single keys take. What only one room can judge, such as the content of the key
 * file, that room checks when it starts.
 */
final class ConfigurationRules {
  /** Logs tokens and bodies of outgoing calls. */
  private static final String WIRE_LOG = "jdk.httpclient.HttpClient.log";

  private static final int NAME_MAX_CHARS = 120;

  private static final List<Rule> RULES =
      List.of(
          duration("chronom.verification.interval", Duration.ofSeconds(10), Duration.ofDays(90)),
          duration("chronom.scan.interval", Duration.ofSeconds(10), Duration.ofDays(90)),
          duration("chronom.lease.duration", Duration.ofSeconds(1), Duration.ofHours(1)),
          new Rule(
              "chronom.disk.least-free-mib",
              "a whole number from 0 to 1000000000",
              text -> text.matches("[0-9]{1,9}|1000000000")),
          flag("chronom.embedded"),
          flag("chronom.database.migrate"),
          new Rule(
              "chronom.vault.key-holder",
              "file, pkcs12 or pkcs11",
              Set.of("file", "pkcs12", "pkcs11")::contains),
          new Rule("chronom.auth.mechanism", "form or oidc", Set.of("form", "oidc")::contains),
          new Rule(
              "chronom.auth.second-factor-required",
              "admin, operator or viewer, or several of them with commas between",
              text ->
                  Set.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER)
                      .containsAll(SecondFactorRule.roles(text))),
          new Rule("chronom.http.proxy", "http://host:port", ConfigurationRules::isProxy),
          file("chronom.http.trusted-ca-file"),
          new Rule(
              "chronom.app-registration.name",
              "1 to " + NAME_MAX_CHARS + " characters",
              name -> name.length() <= NAME_MAX_CHARS),
          new Rule(
              "chronom.app-registration.redirect-uri",
              "an address like https://host/path, or http://localhost for a trial",
              text -> uri(text).filter(ConfigurationRules::isReturnAddress).isPresent()),
          new Rule(
              "chronom.public-url",
              "an address like https://host/path, without query",
              text -> uri(text).filter(ConfigurationRules::isPublic).isPresent()));

  private ConfigurationRules() {}

  /**
   * The first value that does not do, as one sentence.
   *
   * @param values of the configuration, by key
   */
  static Optional<String> firstBroken(Function<String, Optional<String>> values) {
    if (values.apply(WIRE_LOG).isPresent()) {
      return Optional.of(
          WIRE_LOG + " must not be set: it would write secrets and tokens into the log");
    }
    return RULES.stream().map(rule -> rule.broken(values)).flatMap(Optional::stream).findFirst();
  }

  private static Rule duration(String key, Duration least, Duration most) {
    return new Rule(
        key,
        "an ISO 8601 duration from " + least + " to " + most,
        text ->
            parse(text).filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0).isPresent());
  }

  private static Rule flag(String key) {
    return new Rule(key, "true or false", Set.of("true", "false")::contains);
  }

  private static Rule file(String key) {
    return new Rule(
        key,
        "a file that can be read",
        text -> {
          try {
            return Files.isRegularFile(Path.of(text)) && Files.isReadable(Path.of(text));
          } catch (InvalidPathException e) {
            return false;
          }
        });
  }

  /** Entra takes plain HTTP for this machine only. */
  private static boolean isReturnAddress(URI uri) {
    return uri.getHost() != null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && "localhost".equals(uri.getHost())));
  }

  private static boolean isPublic(URI uri) {
    return uri.getHost() != null
        && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isProxy(String text) {
    return uri(text)
        .filter(u -> "http".equals(u.getScheme()) && u.getHost() != null && u.getPort() > 0)
        .isPresent();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parse(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private record Rule(String key, String expected, Predicate<String> holds) {
    Optional<String> broken(Function<String, Optional<String>> values) {
      return values
          .apply(key)
          .filter(holds.negate())
          .map(value -> key + " is \"" + value + "\", but " + expected + " is expected");
    }
  }
}
