package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryThresholdTest {
  @ParameterizedTest
  @CsvSource({
    "60, DAYS_60, 60-days", "31, DAYS_60, 60-days", "30, DAYS_30, 30-days", "14, DAYS_14, 14-days",
    "8, DAYS_14, 14-days", "7, DAYS_7, 7-days", "2, DAYS_7, 7-days", "1, DAY_1, 1-day",
    "0, DAY_1, 1-day", "-1, EXPIRED, expired", "-400, EXPIRED, expired"
  })
  void nearestReachedCounts(long daysLeft, ExpiryThreshold threshold, String word) {
    assertThat(ExpiryThreshold.reached(daysLeft)).contains(threshold);
    assertThat(threshold.word()).isEqualTo(word);
  }

  @Test
  void nothingIsReachedWithTimeEnough() {
    assertThat(ExpiryThreshold.reached(61)).isEmpty();
  }
}
