package ai.chronom.m365.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that exist: every {@code chronom.} key that the properties file documents, commented out
 * or not. {@code <id>} in a key stands for any name.
 */
public final class KeyManual {
  private static final String FILE = "/META-INF/microprofile-config.properties";
  private static final Pattern ENTRY = Pattern.compile("^#?(chronom\\.[a-z0-9.<>-]+)=");
  private static final Pattern WILDCARD = Pattern.compile("<[a-z]+>");

  private final List<Pattern> known;

  private KeyManual(List<String> keys) {
    this.known =
        keys.stream()
            .flatMap(
                key -> List.of(pattern(key, k -> k), pattern(key, KeyManual::variable)).stream())
            .toList();
  }

  /** The manual that this build carries. */
  public static KeyManual read() {
    InputStream file = KeyManual.class.getResourceAsStream(FILE);
    if (file == null) {
      throw new IllegalStateException(FILE + " is not on the class path");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new KeyManual(
          lines
              .lines()
              .map(ENTRY::matcher)
              .filter(Matcher::find)
              .map(entry -> entry.group(1))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first of the names that looks like ours and is none; names may be property names or
   * environment variables.
   */
  public Optional<String> firstUnknown(Collection<String> names) {
    return names.stream()
        .filter(KeyManual::isOurs)
        .filter(name -> !isKnown(name))
        .sorted()
        .findFirst();
  }

  private boolean isKnown(String name) {
    return known.stream().anyMatch(key -> key.matcher(name).matches());
  }

  private static boolean isOurs(String name) {
    return name.startsWith("chronom.") || name.startsWith("CHRONOM_");
  }

  private static Pattern pattern(String key, UnaryOperator<String> form) {
    String[] literals = WILDCARD.split(key + "\n");
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < literals.length; i++) {
      regex
          .append(i == 0 ? "" : "[A-Za-z0-9_-]+")
          .append(Pattern.quote(form.apply(literals[i].strip())));
    }
    return Pattern.compile(regex.toString());
  }

  /** MicroProfile Config's rule: what is no letter or digit becomes an underscore, upper case. */
  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
