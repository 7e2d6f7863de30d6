package ai.chronom.m365.findings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of the last questions, by all that the answer rests on. For a large tenant an answer
 * takes longer than some proxies wait: whoever asks once more gets it at once.
 */
final class RecentAnswers {
  private static final float LOAD = 0.75f;

  private final Map<EvaluationInputs, Evaluation> answers;

  /**
   * @param most so many are remembered, those that were asked for last
   */
  RecentAnswers(int most) {
    this.answers =
        new LinkedHashMap<>(most, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<EvaluationInputs, Evaluation> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<Evaluation> of(EvaluationInputs inputs) {
    return Optional.ofNullable(answers.get(inputs));
  }

  synchronized Evaluation keep(EvaluationInputs inputs, Evaluation answer) {
    answers.put(inputs, answer);
    return answer;
  }
}
