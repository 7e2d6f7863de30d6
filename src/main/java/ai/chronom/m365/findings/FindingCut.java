package ai.chronom.m365.findings;

import org.jspecify.annotations.Nullable;

/**
 * Which piece of an ordered list of findings is wanted.
 *
 * @param from id of a finding: what comes next to it is wanted; null for the beginning
 * @param backward what comes before it instead
 */
public record FindingCut(FindingOrder order, @Nullable String from, boolean backward, int size) {}
