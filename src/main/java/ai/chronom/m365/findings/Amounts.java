package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money in database columns: the amount here, the currency elsewhere in the row. */
final class Amounts {
  private Amounts() {}

  static Money required(ResultSet row, String column, Currency currency) throws SQLException {
    return new Money(row.getBigDecimal(column), currency);
  }

  static @Nullable Money optional(ResultSet row, String column, Currency currency)
      throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? null : new Money(amount, currency);
  }

  static @Nullable BigDecimal bare(@Nullable Money money) {
    return money == null ? null : money.amount();
  }
}
