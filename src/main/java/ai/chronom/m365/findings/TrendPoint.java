package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan in the history of a tenant; amounts per month.
 *
 * @param possible the headline of that scan
 * @param review what findings of medium confidence would have added
 * @param spending what the paid products cost that were bought then, at the prices of then; null
 *     when no price was known
 * @param realized what was realized by then, in all
 */
public record TrendPoint(
    Instant takenAt,
    Money possible,
    Money review,
    @Nullable Money spending,
    Money realized,
    long accounts) {}
