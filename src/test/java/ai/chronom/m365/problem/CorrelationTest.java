package ai.chronom.m365.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void isTheCallersOwnIdWhenItIsWellFormed() {
    assertThat(Correlation.of("order-4711.a_b", null)).isEqualTo("order-4711.a_b");
  }

  @Test
  void isTheTraceElse() {
    assertThat(Correlation.of(null, "00-" + TRACE + "-00f067aa0ba902b7-01")).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "a b c d e f g h",
        "line\nbreak",
        "{\"json\":true}",
        "-leading-dash",
        "ümlaut-abc"
      })
  void isMadeHereWhenTheCallersIdIsNone(String given) {
    assertMadeHere(Correlation.of(given, null));
  }

  @Test
  void isMadeHereWhenTheCallersIdIsTooLong() {
    assertMadeHere(Correlation.of("a".repeat(65), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "nonsense"
      })
  void isMadeHereWhenTheTraceIsNone(String given) {
    assertMadeHere(Correlation.of(null, given));
  }

  @Test
  void endsWithItsWorkAndGivesTheOuterOneBack() {
    assertThat(Correlation.enter("outer")).isNull();
    String before = Correlation.enter("inner");
    assertThat(Correlation.current()).isEqualTo("inner");
    assertThat(Correlation.enter(before)).isEqualTo("inner");
    assertThat(Correlation.enter(null)).isEqualTo("outer");
    assertThat(Correlation.current()).isNull();
  }

  private static void assertMadeHere(String id) {
    assertThat(UUID.fromString(id)).hasToString(id);
  }
}
