package ai.chronom.m365.findings;

import ai.chronom.m365.scan.CollectionName;
import java.util.Set;

/**
 * A rule's identity card.
 *
 * @param precedence who claims a seat first: the lower number
 * @param inputs collections of the snapshot that it reads
 */
public record About(RuleId id, String title, int precedence, Set<CollectionName> inputs) {
  public About {
    inputs = Set.copyOf(inputs);
  }

  public About(String id, String title, int precedence, CollectionName... inputs) {
    this(new RuleId(id), title, precedence, Set.of(inputs));
  }
}
