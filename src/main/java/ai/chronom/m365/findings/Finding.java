package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waste that a rule found, over its life from scan to scan. Texts quote the tenant's data and are
 * hostile until escaped.
 *
 * @param id the same in each scan: it follows from tenant, rule and subject
 * @param subject what it is about, in words: a user principal name, a product
 * @param skuId the product when it is about units instead of seats; null otherwise
 * @param units how many units it is about; the number of seats when it has seats
 * @param gross worth per month taken alone; null when no price is known
 * @param net worth per month after the claim ledger; null when no price is known
 * @param blockers what must be checked or cleared first
 * @param evidence what was seen, label to value, in reading order
 * @param dismissal null unless dismissed
 * @param resolvedAt null unless resolved
 * @param realized what it brought per month, proved by the snapshot that resolved it; null unless
 *     resolved, or when it was worth nothing
 */
public record Finding(
    String id,
    RuleId rule,
    String title,
    String subject,
    Confidence confidence,
    FindingState state,
    List<FindingSeat> seats,
    @Nullable SkuId skuId,
    int units,
    @Nullable Money gross,
    @Nullable Money net,
    String remedy,
    List<String> blockers,
    Map<String, String> evidence,
    @Nullable Dismissal dismissal,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Instant resolvedAt,
    @Nullable Money realized) {
  public Finding {
    seats = List.copyOf(seats);
    blockers = List.copyOf(blockers);
  }

  Finding withSeats(List<FindingSeat> found) {
    return new Finding(
        id,
        rule,
        title,
        subject,
        confidence,
        state,
        found,
        skuId,
        units,
        gross,
        net,
        remedy,
        blockers,
        evidence,
        dismissal,
        firstSeenAt,
        lastSeenAt,
        resolvedAt,
        realized);
  }
}
