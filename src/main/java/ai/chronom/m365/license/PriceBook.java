package ai.chronom.m365.license;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What seats cost in one segment, in one currency: nothing here converts, and no price of another
 * segment stands in. A contract price outranks an uploaded list, that outranks Microsoft's list
 * price, which is commercial, and where none of them speaks the price is unknown.
 */
public final class PriceBook {
  private static final Comparator<StatedPrice> BEST_FIRST =
      Comparator.comparing(StatedPrice::origin)
          .thenComparing(StatedPrice::validFrom, Comparator.reverseOrder());

  private final SkuCatalog catalog;
  private final Map<SkuId, List<StatedPrice>> stated;
  private final Currency currency;
  private final Segment segment;

  /** For commercial customers. */
  public PriceBook(SkuCatalog catalog, Collection<StatedPrice> stated) {
    this(catalog, stated, Segment.COMMERCIAL);
  }

  /**
   * Throws IllegalArgumentException when the stated prices are in several currencies.
   *
   * @param stated of all segments
   */
  public PriceBook(SkuCatalog catalog, Collection<StatedPrice> stated, Segment segment) {
    this.catalog = catalog;
    this.segment = segment;
    this.stated =
        stated.stream()
            .filter(price -> price.segment() == segment)
            .sorted(BEST_FIRST)
            .collect(Collectors.groupingBy(StatedPrice::skuId));
    List<Currency> currencies =
        stated.stream().map(price -> price.amount().currency()).distinct().toList();
    if (currencies.size() > 1) {
      throw new IllegalArgumentException("one currency expected, " + currencies + " given");
    }
    this.currency = currencies.isEmpty() ? SkuCatalog.LIST_CURRENCY : currencies.get(0);
  }

  /** That of the stated prices; that of the list prices when none is stated. */
  public Currency currency() {
    return currency;
  }

  /** Empty when nobody knows it; never a default. */
  public Optional<UnitPrice> price(SkuId sku, LocalDate on) {
    return stated.getOrDefault(sku, List.of()).stream()
        .filter(price -> !price.validFrom().isAfter(on))
        .findFirst()
        .map(StatedPrice::unitPrice)
        .or(() -> listPrice(sku));
  }

  private Optional<UnitPrice> listPrice(SkuId sku) {
    return catalog
        .find(sku)
        .flatMap(Sku::listPrice)
        .filter(price -> segment == Segment.COMMERCIAL || price.amount().amount().signum() == 0)
        .filter(price -> price.amount().currency().equals(currency))
        .map(
            price ->
                new UnitPrice(
                    price.amount(),
                    PriceOrigin.BUILT_IN,
                    price.source(),
                    price.asOf(),
                    price.trust()));
  }
}
