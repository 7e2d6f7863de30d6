package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // Berlin is one hour ahead in winter.
    "2026-11-23T18:59:00Z, 2026-11-23T18:59:00Z",
    "2026-11-23T19:00:00Z, 2026-11-24T06:00:00Z",
    "2026-11-23T23:30:00Z, 2026-11-24T06:00:00Z",
    "2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z",
    "2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z",
    // The night in which summer time begins is an hour shorter.
    "2027-03-27T22:00:00Z, 2027-03-28T05:00:00Z"
  })
  void nightIsWaitedFor(Instant wanted, Instant expected) {
    QuietHours night = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0), BERLIN);
    assertThat(night.earliest(wanted)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T11:59:00Z, 2026-11-23T11:59:00Z",
    "2026-11-23T12:00:00Z, 2026-11-23T13:00:00Z",
    "2026-11-23T13:00:00Z, 2026-11-23T13:00:00Z"
  })
  void hoursWithinOneDayToo(Instant wanted, Instant expected) {
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), ZoneId.of("UTC"));
    assertThat(noon.earliest(wanted)).isEqualTo(expected);
  }

  @Test
  void noTimeAtAllIsRefused() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
