package ai.chronom.m365.license.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.license.UnitPrice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one product costs today and who says so.
 *
 * @param price null when nobody knows it
 * @param origin null when nobody knows the price
 */
public record PriceLine(
    SkuId skuId,
    String partNumber,
    String name,
    @Nullable Money price,
    @Nullable PriceOrigin origin,
    @Nullable String source,
    @Nullable String validFrom,
    @Nullable String trust) {

  /** All products that our catalog, Microsoft's table or somebody's price knows, by name. */
  static List<PriceLine> all(
      PriceBook book, Collection<StatedPrice> stated, SkuCatalog catalog, LocalDate today) {
    return Stream.concat(catalog.ids().stream(), stated.stream().map(StatedPrice::skuId))
        .distinct()
        .map(sku -> line(sku, catalog, book.price(sku, today)))
        .sorted(
            Comparator.comparing(PriceLine::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(PriceLine::skuId))
        .toList();
  }

  static PriceLine line(SkuId sku, SkuCatalog catalog, Optional<UnitPrice> price) {
    return new PriceLine(
        sku,
        catalog.partNumber(sku).orElse(""),
        catalog.name(sku).orElse(sku.toString()),
        price.map(UnitPrice::amount).orElse(null),
        price.map(UnitPrice::origin).orElse(null),
        price.map(UnitPrice::source).orElse(null),
        price.map(UnitPrice::validFrom).orElse(null),
        price.map(UnitPrice::trust).orElse(null));
  }
}
