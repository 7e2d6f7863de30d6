package ai.chronom.m365.findings;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All rules of the catalog, in the order of their ids.
 *
 * @param missing those that are not applied: listed with the reason, never as evaluated
 */
public record RuleBook(List<Rule> rules, List<MissingRule> missing) {
  public RuleBook {
    rules = rules.stream().sorted(Comparator.comparing(rule -> rule.about().id())).toList();
    missing = List.copyOf(missing);
  }

  /** A rule of the catalog that nothing evaluates, and what it would have to read. */
  public record MissingRule(RuleId id, String title, Gap gap) {}

  /** The id itself for a rule that we no longer have. */
  public String title(RuleId id) {
    return Stream.concat(
            rules.stream()
                .map(Rule::about)
                .filter(about -> about.id().equals(id))
                .map(About::title),
            missing.stream().filter(one -> one.id().equals(id)).map(MissingRule::title))
        .findFirst()
        .orElse(id.value());
  }
}
