package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.license.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A service that users would no longer have.
 *
 * @param name Microsoft's string id of the plan
 * @param users of this finding who have it switched on
 * @param using those of them who used it within 90 days; null when Microsoft tells nobody's use
 */
public record LostService(PlanId planId, String name, int users, @Nullable Integer using) {}
