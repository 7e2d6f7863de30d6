package ai.chronom.m365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised about secrets has a test behind it that exists. */
class SecurityPromisesTest {
  private static final Path DOCUMENT = Path.of("docs/security.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern COMMAND = Pattern.compile("server-config/[\\w/-]+\\.sh");

  /** The rows of the tables, without their heads. */
  static List<String> promises() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
        .toList();
  }

  private static List<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult hit) -> hit.group(group)).toList();
  }

  @Test
  void areMany() throws IOException {
    assertThat(promises()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("promises")
  void namesTestsThatExistAndTest(String promise) throws IOException {
    String[] cells = promise.split("\\|");
    assertThat(cells).hasSize(3);
    List<String> names = found(TEST_NAME, cells[2], 1);
    assertThat(names).as(promise).isNotEmpty();
    for (String name : names) {
      String source = Files.readString(source(name));
      assertThat(source).as(name).containsAnyOf("@Test", "@ParameterizedTest", "Scenarios");
      assertThat(source).as(name).doesNotContain("@Disabled");
    }
  }

  private static Path source(String name) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.endsWith(name + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + " does not exist"));
    }
  }

  @Test
  void sayWhatIsNotPromised() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(document).contains("## Not promised");
    assertThat(document.substring(document.indexOf("## Not promised")).lines())
        .filteredOn(line -> line.startsWith("- "))
        .hasSizeGreaterThan(5);
  }

  @Test
  void nameCommandsThatExistAndAreReadFromTheFrontPage() throws IOException {
    List<String> commands = found(COMMAND, Files.readString(DOCUMENT), 0);
    assertThat(commands).isNotEmpty().allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(Files.readString(Path.of("README.md"))).contains("docs/security.md");
  }
}
