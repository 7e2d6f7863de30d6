package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a site stores and when it was last used (Graph {@code getSharePointSiteUsageDetail}); null
 * means that the report does not say.
 *
 * @param template what it was made as, such as {@code Group} or {@code Team Site}
 */
public record SiteUse(
    @Nullable LocalDate lastActive,
    @Nullable Long usedBytes,
    @Nullable Long allocatedBytes,
    @Nullable Long files,
    @Nullable String template) {}
