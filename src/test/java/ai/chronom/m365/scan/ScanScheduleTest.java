package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When scans begin and go on. */
class ScanScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  private static final ScanSchedule EARLIEST = new ScanSchedule(Duration.ofDays(1), () -> 0);
  private static final ScanSchedule LATEST = new ScanSchedule(Duration.ofDays(1), () -> 1);

  @Test
  void nextScanIsAnIntervalLaterAndUpToATenth() {
    assertThat(EARLIEST.next(NOW)).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(LATEST.next(NOW)).isEqualTo("2026-11-24T08:24:00Z");
  }

  @Test
  void isDueWhenTheIntervalIsOver() {
    assertThat(EARLIEST.due(NOW.minus(Duration.ofDays(1)), NOW)).isTrue();
    assertThat(EARLIEST.due(NOW.minus(Duration.ofDays(1)).plusSeconds(1), NOW)).isFalse();
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToHalfAnHour() {
    assertThat(EARLIEST.retry(NOW, 0, null)).isEqualTo(NOW.plusSeconds(30));
    assertThat(EARLIEST.retry(NOW, 2, null)).isEqualTo(NOW.plusSeconds(120));
    assertThat(EARLIEST.retry(NOW, 1_000, null)).isEqualTo(NOW.plusSeconds(1_800));
  }

  @Test
  void neverComesBackBeforeItMay() {
    assertThat(EARLIEST.retry(NOW, 0, Duration.ofHours(2))).isEqualTo(NOW.plusSeconds(7_200));
  }
}
