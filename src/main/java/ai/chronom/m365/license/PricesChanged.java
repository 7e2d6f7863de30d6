package ai.chronom.m365.license;

/** The price book says something else than before. Fired inside the transaction that changed it. */
public record PricesChanged() {}
