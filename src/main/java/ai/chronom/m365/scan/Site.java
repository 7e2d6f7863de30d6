package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site collection.
 *
 * @param id of the site collection, which the usage report shares
 * @param personal somebody's OneDrive
 * @param use null when the usage report has no row for it
 */
public record Site(
    String id,
    @Nullable String address,
    @Nullable String name,
    boolean personal,
    @Nullable Instant createdAt,
    @Nullable SiteUse use) {
  Site withUse(@Nullable SiteUse newUse) {
    return new Site(id, address, name, personal, createdAt, newUse);
  }
}
