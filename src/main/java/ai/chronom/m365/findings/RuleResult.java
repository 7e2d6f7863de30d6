package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import org.jspecify.annotations.Nullable;

/**
 * How one rule fared in an evaluation.
 *
 * @param reason stable words such as {@code no-premium-license}, with what they concern in
 *     brackets, separated by {@code "; "}; null when evaluated in full
 * @param findings open findings
 * @param net what its findings of high confidence add to the headline, per month
 */
public record RuleResult(
    RuleId id, String title, RuleState state, @Nullable String reason, int findings, Money net) {}
