package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} and {@code server-config} tell of the same things. */
class OperationsDocTest {
  private static final Path DOC = Path.of("docs/operations.md");
  private static final Path SCRIPTS = Path.of("server-config");
  private static final Pattern NAMED = Pattern.compile("server-config/[a-z]+/[a-z-]+\\.[a-z]+");
  private static final Pattern KEY = Pattern.compile("\\bchronom\\.[a-z][a-z0-9.-]*[a-z0-9]");

  /** The embedded run's own, and what the scripts share. */
  private static final Set<String> NOT_FOR_OPS =
      Set.of(
          "server-config/embedded/domain.xml",
          "server-config/embedded/jvm.options",
          "server-config/shell/checks.sh",
          "server-config/postgres/keys-needed.sh");

  @Test
  void everyFileThatTheDocNamesExists() throws IOException {
    assertThat(named()).isNotEmpty().allSatisfy(name -> assertThat(Path.of(name)).exists());
  }

  @Test
  void everyScriptIsInTheDoc() throws IOException {
    Set<String> scripts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(scripts::add);
    }
    scripts.removeAll(NOT_FOR_OPS);
    String doc = Files.readString(DOC);
    scripts.removeIf(script -> doc.contains("`" + Path.of(script).getFileName() + "`"));

    assertThat(named()).containsAll(scripts);
  }

  @Test
  void everySettingThatTheDocNamesExists() throws IOException {
    Matcher keys =
        KEY.matcher(
            Files.readString(DOC).replaceAll("chronom\\.(properties|conf|example\\.com)", ""));
    List<String> found = keys.results().map(result -> result.group()).toList();

    assertThat(found).isNotEmpty();
    assertThat(KeyManual.read().firstUnknown(found)).isEmpty();
  }

  private static Set<String> named() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAMED.matcher(Files.readString(DOC));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
