package ai.chronom.m365.findings;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What an evaluation made.
 *
 * @param findings those that are seen now
 * @param conclusive rules that saw everything, so that what they no longer find is gone
 */
public record EvaluationOutcome(
    Evaluation evaluation, List<Settlement> findings, Set<RuleId> conclusive) {
  public EvaluationOutcome {
    // Not a copy: there may be half a million, packed.
    findings = Collections.unmodifiableList(findings);
    conclusive = Set.copyOf(conclusive);
  }
}
