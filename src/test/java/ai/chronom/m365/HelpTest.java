package ai.chronom.m365;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.RuleBook;
import ai.chronom.m365.findings.RuleGuide;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every permission, rule, state and setting explains itself in one sentence. */
class HelpTest {
  private static final Path TEXTS =
      Path.of("src/main/resources/ai/chronom/m365/messages.properties");
  private static final int MOST_CHARS = 400;

  private static Properties texts() {
    try (Reader reader = Files.newBufferedReader(TEXTS)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void isOneSentence(String sentence) {
    assertThat(sentence).isNotNull().endsWith(".").hasSizeBetween(15, MOST_CHARS);
    assertThat(sentence).doesNotContainPattern("[a-z]\\. [A-Z]");
  }

  static Stream<GraphPermission> permissions() {
    return Stream.concat(PermissionCatalog.all().stream(), OptionalPermissions.all().stream());
  }

  @ParameterizedTest
  @MethodSource("permissions")
  void everyPermissionSaysWhyWeAsk(GraphPermission permission) {
    isOneSentence(permission.purpose());
  }

  static Stream<RuleId> rules() {
    RuleBook book = AllRules.ruleBook();
    return Stream.concat(
        book.rules().stream().map(rule -> rule.about().id()),
        book.missing().stream().map(RuleBook.MissingRule::id));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleSaysWhatItFinds(RuleId rule) {
    RuleGuide guide = RuleGuide.find(rule).orElseThrow();

    isOneSentence(guide.sentence());
    assertThat(guide.chapters()).allMatch(chapter -> !chapter.paragraphs().isEmpty());
  }

  static Stream<String> states() {
    return texts().stringPropertyNames().stream()
        .filter(key -> key.matches("status\\.[a-z-]+"))
        .map(key -> key.substring("status.".length()))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateSaysWhatItMeans(String state) {
    isOneSentence(texts().getProperty("status.hint." + state));
  }

  @ParameterizedTest
  @EnumSource(Threshold.class)
  void everyThresholdSaysWhatItDoes(Threshold threshold) {
    isOneSentence(texts().getProperty("threshold.hint." + threshold.word()));
  }

  @ParameterizedTest
  @EnumSource(PeopleList.class)
  void everyListSaysWhatItDoes(PeopleList list) {
    isOneSentence(texts().getProperty("list.hint." + list.word()));
  }

  static Stream<String> terms() {
    return texts().stringPropertyNames().stream()
        .filter(key -> key.startsWith("glossary.term.") || key.startsWith("glossary.name."))
        .map(key -> key.replaceFirst("glossary\\.(term|name)\\.", ""))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("terms")
  void everyTermHasANameAndASentence(String term) {
    assertThat(texts().getProperty("glossary.name." + term)).isNotBlank();
    isOneSentence(texts().getProperty("glossary.term." + term));
  }
}
