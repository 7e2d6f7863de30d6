package ai.chronom.m365.license;

/**
 * The price book, or the name of a product, says something else than before. Fired inside the
 * transaction that changed it.
 */
public record PricesChanged() {}
