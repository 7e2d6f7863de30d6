package ai.chronom.m365.license;

/**
 * What one seat costs per month.
 *
 * @param validFrom the day, or the month or year, from which it holds; empty when nobody says
 * @param trust {@code high}, {@code medium} or {@code low}
 */
public record UnitPrice(
    Money amount, PriceOrigin origin, String source, String validFrom, String trust) {}
