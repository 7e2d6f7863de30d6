package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.List;

/**
 * One seat that a finding wants to free.
 *
 * @param replacements what the user gets instead; empty when nothing
 */
public record SeatClaim(
    String userId, String userPrincipalName, SkuId skuId, List<SkuId> replacements) {
  public SeatClaim {
    replacements = List.copyOf(replacements);
  }

  /** Takes the seat away, for nothing. */
  public static SeatClaim removal(Account account, PaidSeat seat) {
    return new SeatClaim(
        account.user().id(), account.user().userPrincipalName(), seat.holding().id(), List.of());
  }
}
