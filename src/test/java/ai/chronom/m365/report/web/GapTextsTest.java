package ai.chronom.m365.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The savings page has a sentence for each word with which a rule says what it lacks. */
class GapTextsTest {
  private static final Path RULES = Path.of("src/main/java/ai/chronom/m365/findings");
  private static final Pattern WORD = Pattern.compile("new Gap\\(\\s*\"([a-z-]+)\"");

  @Test
  void eachWordHasASentence() throws IOException {
    List<String> words;
    try (Stream<Path> files = Files.walk(RULES)) {
      words =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> WORD.matcher(read(file)).results())
              .map(found -> found.group(1))
              .distinct()
              .toList();
    }
    assertThat(words).contains("not-collected", "no-import", "names-concealed");
    assertThat(words).allSatisfy(word -> assertThat(Texts.of("reason." + word, "x")).contains("x"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
