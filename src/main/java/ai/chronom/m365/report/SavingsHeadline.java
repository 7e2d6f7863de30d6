package ai.chronom.m365.report;

import ai.chronom.m365.findings.SavingsHead;
import ai.chronom.m365.license.Money;
import java.time.Instant;

/**
 * What a tenant could save, in three amounts.
 *
 * @param asOf when the snapshot behind it was taken
 */
public record SavingsHeadline(Money monthly, Money annual, Money review, Instant asOf) {
  static SavingsHeadline of(SavingsHead head) {
    return new SavingsHeadline(
        head.monthly(), head.monthly().times(SavingsSum.MONTHS), head.review(), head.takenAt());
  }
}
