package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessLimitTest {
  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, PT0S",
    "4, PT0S",
    "5, PT1M",
    "6, PT2M",
    "7, PT4M",
    "8, PT8M",
    "9, PT15M",
    "1000000, PT15M"
  })
  void restDoublesFromTheFifthGuessOn(int failures, Duration rest) {
    assertThat(GuessLimit.lockAfter(failures)).isEqualTo(rest);
  }

  @Test
  void fifthGuessLocksForAMinute() {
    SignInFailure failure = failuresAtNoon(5);

    assertThat(failure.rest(NOON)).isEqualTo(Duration.ofMinutes(1));
    assertThat(failure.rest(NOON.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
    assertThat(failure.rest(NOON.plusSeconds(60))).isZero();
  }

  @Test
  void fourGuessesAreFree() {
    assertThat(failuresAtNoon(4).rest(NOON)).isZero();
  }

  @Test
  void guessAfterTheRestLocksForLonger() {
    SignInFailure failure = failuresAtNoon(5);

    failure.count(NOON.plusSeconds(60));

    assertThat(failure.rest(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void forgetsGuessesAfterADay() {
    SignInFailure failure = failuresAtNoon(9);

    failure.count(NOON.plus(Duration.ofDays(1)).plusSeconds(1));

    assertThat(failure.failures()).isEqualTo(1);
  }

  private static SignInFailure failuresAtNoon(int count) {
    SignInFailure failure = new SignInFailure("name", NOON);
    for (int i = 0; i < count; i++) {
      failure.count(NOON);
    }
    return failure;
  }
}
