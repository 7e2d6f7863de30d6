package ai.chronom.m365.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
  @Test
  void skipsThePagesBeforeIt() {
    assertThat(new PageRequest(3, 50).offset()).isEqualTo(150);
    assertThat(new PageRequest(0, 500).offset()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 50, page", "1000001, 50, page", "0, 0, size", "0, 501, size", "0, -5, size"})
  void refusesWhatIsOutOfRangeByName(int page, int size, String field) {
    assertThatThrownBy(() -> new PageRequest(page, size))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_INPUT);
              assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
            });
  }
}
