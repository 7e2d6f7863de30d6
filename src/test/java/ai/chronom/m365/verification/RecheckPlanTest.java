package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecheckPlanTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T12:00:00Z");
  private final RecheckPlan plan = new RecheckPlan(SINCE);

  @ParameterizedTest
  @CsvSource({
    "12:00:00, 12:00:30, 1",
    "12:00:31, 12:01:00, 2",
    "12:01:02, 12:02:00, 3",
    "12:02:02, 12:05:00, 4",
    "12:05:02, 12:10:00, 5"
  })
  void looksAgainAfterHalfAMinuteOneTwoFiveAndTen(String now, String look, int number) {
    Instant next = plan.next(at(now)).orElseThrow();
    assertThat(next).isEqualTo(at(look));
    assertThat(plan.number(next)).isEqualTo(number);
  }

  @Test
  void endsAfterTheLastLook() {
    assertThat(plan.next(at("12:10:00"))).isEmpty();
    assertThat(plan.next(at("18:00:00"))).isEmpty();
  }

  @Test
  void looksMissedWhileTheServerStoodAreNotMadeUpFor() {
    assertThat(plan.next(at("12:04:00"))).contains(at("12:05:00"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + "Z");
  }
}
