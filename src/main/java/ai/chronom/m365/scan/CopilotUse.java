package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an account uses its Copilot license, within 90 days (Graph {@code
 * getMicrosoft365CopilotUsageUserDetail}).
 *
 * @param lastActive in any app; null when it never was, or not within the period
 * @param prompts null in the older shape of the report
 * @param activeDays null in the older shape of the report
 */
public record CopilotUse(
    @Nullable LocalDate lastActive, @Nullable Long prompts, @Nullable Long activeDays) {}
