package ai.chronom.m365.license;

/**
 * A public US list price per month, commercial segment: an estimate, not what the customer pays.
 *
 * @param asOf year, month or day that the source speaks of; empty when it says none
 * @param trust {@code high}, {@code medium} or {@code low}
 */
public record ListPrice(Money amount, String source, String asOf, String trust) {}
