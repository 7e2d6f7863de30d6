package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One license of one user that a finding speaks of. The name comes from the tenant and is hostile
 * until escaped.
 *
 * @param gross worth per month taken alone; null when the price is unknown
 * @param net worth per month after the claim ledger; null when the price is unknown
 * @param replacements what the user gets instead; empty when nothing
 * @param countedIn the rule that already counts this seat; null when this finding does, or nobody
 */
public record FindingSeat(
    String userId,
    String userPrincipalName,
    SkuId skuId,
    @Nullable Money gross,
    @Nullable Money net,
    List<SkuId> replacements,
    @Nullable RuleId countedIn) {
  public FindingSeat {
    replacements = List.copyOf(replacements);
  }
}
