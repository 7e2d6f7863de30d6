package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The activity list of a product as the admin exported it from an admin center. It names people
 * with any use: who is not on it did not use the product.
 *
 * @param asOf the last day it covers
 * @param days how many days it covers
 * @param people by principal name in lower case
 */
public record UseList(LocalDate asOf, int days, Map<String, ProductUse> people) {
  /** Nobody exports it every day. */
  private static final int DAYS_BELIEVED = 35;

  public UseList {
    people = Map.copyOf(people);
  }

  /** Whether it is young enough to say something of today, and reaches far enough back. */
  public boolean tells(LocalDate today, int idleDays) {
    return !asOf.isBefore(today.minusDays(DAYS_BELIEVED)) && days >= idleDays;
  }

  /** Empty when the person has not used it since that day. */
  public Optional<ProductUse> use(ScannedUser user, LocalDate since) {
    return Optional.ofNullable(people.get(user.userPrincipalName().toLowerCase(Locale.ROOT)))
        .filter(use -> use.since(since));
  }
}
