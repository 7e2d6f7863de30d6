package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a saving becomes money, per month: {@code cashNow + sum(atRenewal) - toBuy} is the headline.
 *
 * @param reuseNow freed seats that cover a need elsewhere: a purchase avoided
 * @param cashNow units that can be cancelled today
 * @param atRenewal nearest first; undated units last
 * @param locked units that a minimum quantity keeps
 * @param toBuy units in use beyond those bought
 */
public record DatedAmounts(
    Money reuseNow, Money cashNow, List<Renewal> atRenewal, Money locked, Money toBuy) {
  public DatedAmounts {
    atRenewal = List.copyOf(atRenewal);
  }

  /**
   * What a renewal brings.
   *
   * @param date null when Microsoft names none
   */
  public record Renewal(@Nullable LocalDate date, Money amount) {}
}
