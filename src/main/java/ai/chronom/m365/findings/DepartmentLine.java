package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;

/**
 * What the findings about people of one department add up to, per month. Spare units belong to no
 * department, so the lines sum up to less than the headline.
 *
 * @param department as the directory spells it, hostile until escaped; empty for people without one
 * @param people whom an open finding speaks of
 * @param saving findings of high confidence
 * @param review findings of medium confidence
 */
public record DepartmentLine(String department, int people, Money saving, Money review) {}
