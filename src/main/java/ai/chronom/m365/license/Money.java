package ai.chronom.m365.license;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in one currency. Amounts of two currencies never meet: nothing here converts.
 *
 * @param amount with as many decimals as it needs, at least two, so that equal money is equal
 */
public record Money(BigDecimal amount, Currency currency) {
  private static final int CENTS = 2;

  public Money {
    BigDecimal tight = amount.stripTrailingZeros();
    amount = tight.scale() < CENTS ? tight.setScale(CENTS) : tight;
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  public Money times(long count) {
    return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " expected, " + other.currency + " given");
    }
  }
}
