package ai.chronom.m365.scan;

import org.jspecify.annotations.Nullable;

/**
 * How many premium licenses of Entra a tenant has, and how many people use what they are for, as
 * Microsoft counts them. Guests are not among these people.
 *
 * @param entitledP1 null when Microsoft says none, as all of these
 * @param usedP1 whom Conditional Access covers
 * @param usedP2 whom Conditional Access by risk covers
 */
public record PremiumInsight(
    @Nullable Long entitledP1,
    @Nullable Long entitledP2,
    @Nullable Long usedP1,
    @Nullable Long usedP2) {}
