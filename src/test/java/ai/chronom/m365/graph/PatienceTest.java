package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Patience exact = new Patience(() -> 0);

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 504, 509})
  void waitsAsLongAsAsked(int status) {
    assertThat(exact.beforeNextTry(1, status, Duration.ofSeconds(17)))
        .contains(Duration.ofSeconds(17));
  }

  @Test
  void waitsLongerThanAskedNeverShorter() {
    assertThat(new Patience(() -> 1).beforeNextTry(1, 429, Duration.ofSeconds(10)))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "6, 32", "7, 60", "9, 60"})
  void doublesWhenNotAsked(int tries, int seconds) {
    assertThat(exact.beforeNextTry(tries, 429, null)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"429, 10", "503, 5", "504, 5", "509, 5", "500, 5", "502, 5", "0, 5"})
  void givesUpAfterThatManyTries(int status, int tries) {
    assertThat(exact.beforeNextTry(tries - 1, status, null)).isPresent();
    assertThat(exact.beforeNextTry(tries, status, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 501})
  void doesNotRepeatWhatWouldNotChange(int status) {
    assertThat(exact.beforeNextTry(1, status, null)).isEmpty();
  }

  @Test
  void doesNotWaitForHours() {
    assertThat(exact.beforeNextTry(1, 429, Duration.ofHours(1))).isEmpty();
    assertThat(exact.beforeNextTry(1, 429, Patience.LONGEST_WAIT)).isPresent();
  }

  @Test
  void readsSecondsAndDates() {
    assertThat(Patience.asked(" 30 ", NOON)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Patience.asked("Mon, 23 Nov 2026 12:00:45 GMT", NOON))
        .isEqualTo(Duration.ofSeconds(45));
    assertThat(Patience.asked("Mon, 23 Nov 2026 11:00:00 GMT", NOON)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "-5", "1.5", "99999999999999999999", "2026-11-23"})
  void takesNothingForAWait(String header) {
    assertThat(Patience.asked(header, NOON)).isNull();
  }
}
