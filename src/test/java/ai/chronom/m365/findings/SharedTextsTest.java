package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private final SharedTexts texts = new SharedTexts();

  private static Candidate candidate(String key) {
    return new Candidate(
        new About("R03", "Unused", 3),
        key,
        key,
        Confidence.HIGH,
        Candidate.Weight.CLAIM,
        List.of(),
        null,
        new String("Remove it."),
        List.of(new String("On hold")),
        Map.of(new String("Last seen"), new String("never")));
  }

  @Test
  void keepsWhatIsSaid() {
    Candidate said = candidate("ann");

    assertThat(texts.of(said)).isEqualTo(said);
  }

  @Test
  void keepsEqualWordsOnce() {
    Candidate ann = texts.of(candidate("ann"));
    Candidate bob = texts.of(candidate("bob"));

    assertThat(bob.remedy()).isSameAs(ann.remedy());
    assertThat(bob.blockers().get(0)).isSameAs(ann.blockers().get(0));
    assertThat(bob.evidence().get("Last seen")).isSameAs(ann.evidence().get("Last seen"));
    assertThat(bob.key()).isEqualTo("bob");
  }
}
