package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account did in SharePoint within 90 days (Graph {@code getSharePointActivityUserDetail});
 * null means that the report does not say.
 *
 * @param files viewed or edited
 * @param pages visited
 */
public record SharePointUse(
    @Nullable LocalDate lastActive,
    @Nullable Long files,
    @Nullable Long synced,
    @Nullable Long pages) {}
