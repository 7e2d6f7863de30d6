package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.license.SkuId;
import java.util.List;

/**
 * One seat to take away, and the ways it came. Names come from the tenant and are hostile until
 * escaped.
 *
 * @param synced whether the account comes from an on-premises directory
 * @param direct whether it is assigned directly
 * @param groups those that assign it
 * @param replacements what to assign first; empty when nothing
 */
public record RemedyStep(
    String userId,
    String userPrincipalName,
    boolean synced,
    Product product,
    boolean direct,
    List<AssigningGroup> groups,
    List<Product> replacements) {
  public RemedyStep {
    groups = List.copyOf(groups);
    replacements = List.copyOf(replacements);
  }

  /** A product and our name of it. */
  public record Product(SkuId skuId, String name) {}

  /**
   * A group that assigns the seat.
   *
   * @param dynamic whether a rule decides who is a member
   */
  public record AssigningGroup(String id, String name, boolean dynamic) {}

  /** Whether removing it is one path alone. */
  public boolean twoPaths() {
    return direct && !groups.isEmpty();
  }
}
