package ai.chronom.m365.license;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product that Microsoft sells, as our catalog knows it. What it is composed of stands in the
 * tenant's own snapshot, because Microsoft changes that.
 *
 * @param partNumber Microsoft's string id: not unique, never a key
 * @param family products that can stand for each other, such as {@code M365-E3}
 * @param seatCap most seats one tenant may have; 0 when there is no limit
 * @param needs what it cannot work without, one of them: a plan name, or {@code @} and a family;
 *     empty when it stands alone
 */
public record Sku(
    SkuId id,
    String partNumber,
    String name,
    SkuKind kind,
    String family,
    int seatCap,
    Set<SkuTrait> traits,
    List<String> needs,
    Optional<ListPrice> listPrice) {
  public Sku {
    traits = Set.copyOf(traits);
    needs = List.copyOf(needs);
  }

  public boolean is(SkuTrait trait) {
    return traits.contains(trait);
  }
}
