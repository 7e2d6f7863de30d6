package ai.chronom.m365.findings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.findings.MemberKind;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdsFormTest {
  @ParameterizedTest
  @EnumSource(Threshold.class)
  void eachThresholdIsExplained(Threshold threshold) {
    assertThat(Texts.of("threshold." + threshold.word())).isNotBlank();
    assertThat(Texts.of("threshold.hint." + threshold.word())).endsWith(".");
  }

  @Test
  void eachListAndKindHasAName() {
    for (PeopleList list : PeopleList.values()) {
      assertThat(Texts.of("list." + list.word())).isNotBlank();
    }
    for (MemberKind kind : MemberKind.values()) {
      assertThat(Texts.of("member." + kind.word())).isNotBlank();
    }
  }

  @Test
  void takesNumbersInTheirRange() {
    assertThat(ThresholdsForm.wanted(Map.of("inactive-days", " 60 ", "buffer-seats", "0")))
        .isEqualTo(Map.of(Threshold.INACTIVE_DAYS, 60, Threshold.BUFFER_SEATS, 0));
  }

  @Test
  void namesEachFieldThatIsWrong() {
    Map<String, String> values = new HashMap<>();
    values.put("inactive-days", "soon");
    values.put("grace-days", "0");
    values.put("buffer-seats", null);
    assertThatThrownBy(() -> ThresholdsForm.wanted(values))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::field)
                    .containsExactly("inactive-days", "grace-days"));
  }
}
