package ai.chronom.m365.findings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets findings that say the same share their words: half a million of them wait in memory for the
 * end of an evaluation. For one thread.
 */
final class SharedTexts {
  /** What is said once only is not worth remembering, and there is much of it. */
  private static final int REMEMBERED = 20_000;

  private final Map<String, String> known = new HashMap<>();

  private String of(String text) {
    String shared = known.get(text);
    if (shared != null) {
      return shared;
    }
    if (known.size() < REMEMBERED) {
      known.put(text, text);
    }
    return text;
  }

  /** An equal one. */
  Candidate of(Candidate candidate) {
    Map<String, String> evidence = new LinkedHashMap<>();
    candidate.evidence().forEach((name, fact) -> evidence.put(of(name), of(fact)));
    List<String> blockers = candidate.blockers().stream().map(this::of).toList();
    return new Candidate(
        candidate.about(),
        candidate.key(),
        candidate.subject(),
        candidate.confidence(),
        candidate.weight(),
        candidate.seats(),
        candidate.units(),
        of(candidate.remedy()),
        blockers,
        evidence);
  }
}
