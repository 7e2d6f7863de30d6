package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalThresholdTest {
  @ParameterizedTest
  @CsvSource({
    "91,",
    "90,DAYS_90",
    "61,DAYS_90",
    "60,DAYS_60",
    "30,DAYS_30",
    "8,DAYS_30",
    "7,DAYS_7",
    "0,DAYS_7",
    "-1,"
  })
  void isTheNearestThatWasReached(long daysLeft, RenewalThreshold expected) {
    assertThat(RenewalThreshold.reached(daysLeft).orElse(null)).isEqualTo(expected);
  }
}
