package ai.chronom.m365.findings;

import java.util.Comparator;
import java.util.List;

/** All rules, in the order of their ids. */
public record RuleBook(List<Rule> rules) {
  public RuleBook {
    rules = rules.stream().sorted(Comparator.comparing(rule -> rule.about().id())).toList();
  }

  /** The id itself for a rule that we no longer have. */
  public String title(RuleId id) {
    return rules.stream()
        .map(Rule::about)
        .filter(about -> about.id().equals(id))
        .findFirst()
        .map(About::title)
        .orElse(id.value());
  }
}
