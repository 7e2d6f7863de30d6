package ai.chronom.m365.findings;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An activity list that was imported, without its people.
 *
 * @param asOf the last day it covers
 * @param days how many days it covers
 * @param people how many it names
 */
public record UseListLine(
    UsedProduct product,
    LocalDate asOf,
    int days,
    int people,
    String importedBy,
    Instant importedAt) {}
