package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group that assigns licenses to its members.
 *
 * @param membershipRule the rule of a dynamic group; null for an assigned one
 */
public record LicensedGroup(
    String id,
    @Nullable String displayName,
    @Nullable String membershipRule,
    boolean membersWithLicenseErrors,
    List<SkuId> skus) {
  public LicensedGroup {
    skus = List.copyOf(skus);
  }
}
