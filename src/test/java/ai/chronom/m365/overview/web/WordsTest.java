package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  private final Words words = new Words();

  WordsTest() {
    words.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void timesAreInUtcAndSaySo() {
    assertThat(words.time(NOW)).isEqualTo("23 Nov 2026, 14:05 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T14:04:59Z, less than a minute ago",
    "2026-11-23T14:04:00Z, 1 minute ago",
    "2026-11-23T12:05:00Z, 2 hours ago",
    "2026-11-21T14:05:00Z, 2 days ago",
    "2026-11-24T14:05:00Z, in 1 day",
  })
  void distancesAreRoundedDown(Instant at, String expected) {
    assertThat(words.ago(at)).isEqualTo(expected);
  }

  @Test
  void headlinesAreWholeUnits() {
    assertThat(words.headline(Money.of("1234.50", "USD"))).isEqualTo("USD 1,235");
  }

  @Test
  void unknownMoneyIsADashNotAZero() {
    assertThat(words.money(null)).isEqualTo("–");
  }

  @Test
  void statesWithoutAToneAreNeutral() {
    assertThat(words.tone("something new")).isEqualTo("none");
    assertThat(words.icon("something new")).isEqualTo("none");
  }
}
