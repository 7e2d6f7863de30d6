package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanRhythmTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void isAsConfiguredUnlessChosen() {
    ScanRhythm usual = new ScanRhythm(null, DAY);
    assertThat(usual.word()).isEqualTo("default");
    assertThat(usual.every()).contains(DAY);
    assertThat(usual.next(NOON, () -> 0)).isEqualTo(NOON.plus(DAY));
  }

  @Test
  void isTheTenantsOwnWhenChosen() {
    ScanRhythm own = new ScanRhythm(Duration.ofHours(6), DAY);
    assertThat(own.word()).isEqualTo("PT6H");
    assertThat(own.due(NOON.minus(Duration.ofHours(6)), NOON)).isTrue();
    assertThat(own.due(NOON.minus(Duration.ofHours(5)), NOON)).isFalse();
  }

  @Test
  void isNeverDueWhenOnlyPeopleStartScans() {
    ScanRhythm never = new ScanRhythm(Duration.ZERO, DAY);
    assertThat(never.word()).isEqualTo("never");
    assertThat(never.every()).isEmpty();
    assertThat(never.due(NOON.minus(Duration.ofDays(1_000)), NOON)).isFalse();
    assertThat(never.next(NOON, () -> 0)).isAfter(NOON.plus(Duration.ofDays(3_000)));
  }
}
