package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void equalMoneyIsEqualHoweverItIsWritten() {
    assertThat(Money.of("39", "USD"))
        .isEqualTo(Money.of("39.0000", "USD"))
        .hasSameHashCodeAs(Money.of("39.00", "USD"));
    assertThat(Money.of("10.6", "USD").amount()).hasToString("10.60");
    assertThat(Money.of("0.0125", "USD").amount()).hasToString("0.0125");
    assertThat(Money.of("1000", "USD").amount().toPlainString()).isEqualTo("1000.00");
  }

  @Test
  void twoCurrenciesNeverMeet() {
    Money dollars = Money.of("1", "USD");
    Money euros = Money.of("1", "EUR");
    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
  }
}
