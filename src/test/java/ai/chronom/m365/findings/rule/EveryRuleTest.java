package ai.chronom.m365.findings.rule;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is one class, one test, and one page. */
class EveryRuleTest {
  private static final Path PAGES = Path.of("docs", "rules");
  private static final List<String> CHAPTERS =
      List.of("## What it finds", "## Why it costs", "## Remedy", "## False alarms");

  static List<Rule> rules() {
    return AllRules.ruleBook().rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasAPageThatSaysWhatWhyAndHow(Rule rule) throws IOException {
    String page = Files.readString(PAGES.resolve(rule.about().id() + ".md"));
    assertThat(page).startsWith("# " + rule.about().id() + " " + rule.about().title());
    assertThat(page).contains(CHAPTERS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasATestThatFindsLeavesAloneAndKnowsTheBoundary(Rule rule) throws ClassNotFoundException {
    Class<?> test = Class.forName(rule.getClass().getName() + "Test");
    assertThat(test.getDeclaredClasses())
        .extracting(Class::getSimpleName)
        .contains("Finds", "LeavesAlone", "Boundary");
  }

  @Test
  void allThirtySevenAreListedAndTheMissingOnesNeverAsEvaluated() {
    var results = ai.chronom.m365.findings.SampleTenant.of().evaluate().evaluation().rules();
    assertThat(results)
        .extracting(one -> one.id().value())
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, 37).mapToObj("R%02d"::formatted).toList());
    assertThat(results)
        .filteredOn(one -> rules().stream().noneMatch(rule -> rule.about().id().equals(one.id())))
        .allMatch(one -> one.state() == ai.chronom.m365.findings.RuleState.NOT_EVALUATED);
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(rules()).extracting(rule -> rule.about().id()).doesNotHaveDuplicates();
  }

  /** One that is not evaluated says why. */
  @Test
  void everyRuleOfTheCatalogHasAPageAndNothingElseDoes() throws IOException {
    try (var pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              java.util.stream.IntStream.rangeClosed(1, 37)
                  .mapToObj("R%02d.md"::formatted)
                  .toList());
    }
  }
}
