package ai.chronom.m365.license;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import changed, compared with the names before; the counts are of everything, the list of
 * names holds some of them.
 *
 * @param products how many the table names
 * @param beyondCatalog of these, how many our own catalog does not know
 * @param names of products, new ones first; at most {@value #NAMED}
 */
public record ProductTableChange(
    int products,
    int plans,
    int beyondCatalog,
    int added,
    int renamed,
    int removed,
    List<Change> names) {
  static final int NAMED = 100;

  /**
   * @param before null for a product that is new
   * @param after null for one that is gone
   */
  public record Change(SkuId skuId, @Nullable String before, @Nullable String after) {
    private int rank() {
      return before == null ? 0 : after == null ? 2 : 1;
    }
  }

  static ProductTableChange between(ProductNames before, ProductNames after, SkuCatalog catalog) {
    Map<SkuId, Change> changes = new HashMap<>();
    Stream.concat(before.products().keySet().stream(), after.products().keySet().stream())
        .distinct()
        .map(sku -> new Change(sku, name(before, sku), name(after, sku)))
        .filter(change -> !same(change.before(), change.after()))
        .forEach(change -> changes.put(change.skuId(), change));
    return new ProductTableChange(
        after.products().size(),
        after.plans().size(),
        (int) after.products().keySet().stream().filter(sku -> catalog.find(sku).isEmpty()).count(),
        count(changes, 0),
        count(changes, 1),
        count(changes, 2),
        changes.values().stream()
            .sorted(Comparator.comparing(Change::rank).thenComparing(Change::skuId))
            .limit(NAMED)
            .toList());
  }

  private static @Nullable String name(ProductNames names, SkuId sku) {
    ProductNames.Product product = names.products().get(sku);
    return product == null ? null : product.name();
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  private static int count(Map<SkuId, Change> changes, int rank) {
    return (int) changes.values().stream().filter(change -> change.rank() == rank).count();
  }

  /** As the audit trail says it. */
  String words() {
    return products
        + " products, "
        + plans
        + " plans; "
        + added
        + " new, "
        + renamed
        + " renamed, "
        + removed
        + " removed";
  }
}
