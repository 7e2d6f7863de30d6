package ai.chronom.m365.license;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The products we know; joined on the GUID alone. A product that is not here stays unknown. */
public final class SkuCatalog {
  /** Currency of the list prices that ship with us. */
  public static final Currency LIST_CURRENCY = Currency.getInstance("USD");

  private static final SkuCatalog BUILT_IN =
      new SkuCatalog(CatalogFile.rows("skus.csv").stream().map(SkuCatalog::sku).toList());

  private final Map<SkuId, Sku> skus;

  public SkuCatalog(Collection<Sku> skus) {
    this.skus = skus.stream().collect(Collectors.toUnmodifiableMap(Sku::id, Function.identity()));
  }

  public static SkuCatalog builtIn() {
    return BUILT_IN;
  }

  public Optional<Sku> find(SkuId id) {
    return Optional.ofNullable(skus.get(id));
  }

  public Collection<Sku> all() {
    return skus.values();
  }

  private static Sku sku(NamedCsvRecord row) {
    String cap = row.getField("seat_cap");
    return new Sku(
        SkuId.of(row.getField("guid")),
        row.getField("part_number"),
        row.getField("name"),
        SkuKind.of(row.getField("kind")),
        row.getField("family"),
        cap.isEmpty() ? 0 : Integer.parseInt(cap),
        CatalogFile.words(row.getField("traits"), ";").stream()
            .map(SkuTrait::of)
            .collect(Collectors.toSet()),
        CatalogFile.words(row.getField("needs"), "[|]"),
        listPrice(row));
  }

  private static Optional<ListPrice> listPrice(NamedCsvRecord row) {
    String amount = row.getField("usd_per_month");
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListPrice(
            new Money(new BigDecimal(amount), LIST_CURRENCY),
            row.getField("price_source"),
            row.getField("price_as_of"),
            row.getField("price_trust")));
  }
}
