package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofHours(6);

  @ParameterizedTest
  @CsvSource({"0.0, PT5H24M", "0.5, PT6H", "1.0, PT6H36M"})
  void intervalHasAJitter(double random, Duration wait) {
    assertThat(new Rhythm(INTERVAL, () -> random).afterSuccess(NOON)).isEqualTo(NOON.plus(wait));
  }

  @ParameterizedTest
  @CsvSource({"0, PT30S", "1, PT1M", "4, PT8M", "9, PT4H16M", "10, PT6H", "1000, PT6H"})
  void troubleBacksOffUpToTheInterval(int failures, Duration wait) {
    assertThat(exact().afterFailure(NOON, failures, false)).isEqualTo(NOON.plus(wait));
  }

  @ParameterizedTest
  @CsvSource({"0, PT10M", "1, PT20M", "6, PT6H"})
  void rejectionIsRepeatedLessOften(int failures, Duration wait) {
    assertThat(exact().afterFailure(NOON, failures, true)).isEqualTo(NOON.plus(wait));
  }

  @Test
  void shortIntervalIsNeverExceeded() {
    Rhythm hasty = new Rhythm(Duration.ofSeconds(10), () -> 0.5);
    assertThat(hasty.afterFailure(NOON, 0, true)).isEqualTo(NOON.plusSeconds(10));
  }

  private static Rhythm exact() {
    return new Rhythm(INTERVAL, () -> 0.5);
  }
}
