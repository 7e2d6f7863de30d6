package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted; null means "any".
 *
 * @param user part of a user principal name, or a user's id
 */
public record FindingFilter(
    @Nullable RuleId rule,
    @Nullable Confidence confidence,
    @Nullable FindingState state,
    @Nullable SkuId sku,
    @Nullable String user) {
  public static final FindingFilter ALL = new FindingFilter(null, null, null, null, null);

  /** Whether it names nothing but a state. */
  boolean anything() {
    return rule == null && confidence == null && sku == null && user == null;
  }
}
