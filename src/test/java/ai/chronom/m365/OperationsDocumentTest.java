package ai.chronom.m365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators are told to type exists, and what is said to test it does. */
class OperationsDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/operations.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern SCRIPT = Pattern.compile("server-config/[\\w/-]+\\.(?:sh|yml)");
  private static final Pattern KEY = Pattern.compile("`(chronom\\.[a-z.-]+[a-z])`");

  /** The embedded run's own, and what the scripts share. */
  private static final Set<String> NOT_FOR_OPERATORS =
      Set.of(
          "server-config/embedded/domain.xml",
          "server-config/embedded/jvm.options",
          "server-config/shell/checks.sh",
          "server-config/postgres/keys-needed.sh");

  @Test
  void namesScriptsThatATestRuns() throws IOException {
    List<String> scripts = found(SCRIPT);
    assertThat(scripts).hasSizeGreaterThan(3);
    for (String script : scripts) {
      assertThat(Path.of(script)).exists();
      String name = Path.of(script).getFileName().toString();
      assertThat(tests()).as(script).anyMatch(file -> read(file).contains(name));
    }
  }

  @Test
  void namesEachScriptAndExample() throws IOException {
    String document = Files.readString(DOCUMENT);
    try (Stream<Path> files = Files.walk(Path.of("server-config"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !NOT_FOR_OPERATORS.contains(file.toString()))
                  .map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .allMatch(document::contains);
    }
  }

  @Test
  void namesTestsThatExist() throws IOException {
    Set<String> known =
        tests().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(found(TEST)).isNotEmpty().allMatch(known::contains);
  }

  @Test
  void namesKeysThatExist() throws IOException {
    String manual =
        Files.readString(Path.of("src/main/resources/META-INF/microprofile-config.properties"));
    assertThat(found(KEY)).isNotEmpty().allMatch(key -> manual.contains("\n#" + key + "="));
  }

  private static List<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(hit -> hit.groupCount() == 0 ? hit.group() : hit.group(1))
        .distinct()
        .toList();
  }

  private static List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
