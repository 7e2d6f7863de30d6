package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant END = NOW.plus(Retries.PATIENCE);
  private final Retries retries = new Retries(() -> 0.0);

  @ParameterizedTest
  @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "8, PT1H", "40, PT1H"})
  void waitsTwiceAsLongEachTimeUpToAnHour(int attempts, Duration expected) {
    assertThat(retries.next(attempts, null, NOW, END)).contains(NOW.plus(expected));
  }

  @Test
  void waitsAsLongAsAskedButNoLongerThanAnHour() {
    assertThat(retries.next(1, Duration.ofMinutes(5), NOW, END))
        .contains(NOW.plus(Duration.ofMinutes(5)));
    assertThat(retries.next(1, Duration.ofDays(30), NOW, END))
        .contains(NOW.plus(Duration.ofHours(1)));
    assertThat(retries.next(3, Duration.ZERO, NOW, END)).contains(NOW.plus(Duration.ofMinutes(2)));
  }

  @Test
  void spreadsByAFifth() {
    assertThat(new Retries(() -> 1.0).next(1, null, NOW, END))
        .contains(NOW.plus(Duration.ofSeconds(36)));
  }

  @Test
  void givesUpInTheEnd() {
    assertThat(retries.next(1, null, END.minusSeconds(30), END)).isEmpty();
    assertThat(retries.next(1, null, END.minusSeconds(31), END)).isPresent();
  }
}
