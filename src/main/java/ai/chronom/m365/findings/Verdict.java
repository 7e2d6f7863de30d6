package ai.chronom.m365.findings;

import java.util.List;

/**
 * How far a rule came.
 *
 * @param gaps what was missing; empty exactly when evaluated in full
 */
public record Verdict(RuleState state, List<Gap> gaps) {
  public static final Verdict EVALUATED = new Verdict(RuleState.EVALUATED, List.of());

  public Verdict {
    gaps = List.copyOf(gaps);
    if (gaps.isEmpty() != (state == RuleState.EVALUATED)) {
      throw new IllegalArgumentException(state + " does not go with " + gaps.size() + " gaps");
    }
  }

  /** Evaluated in full when nothing is missing. */
  public static Verdict missing(List<Gap> gaps) {
    return gaps.isEmpty() ? EVALUATED : new Verdict(RuleState.PARTIAL, gaps);
  }

  public static Verdict notEvaluated(List<Gap> gaps) {
    return new Verdict(RuleState.NOT_EVALUATED, gaps);
  }
}
