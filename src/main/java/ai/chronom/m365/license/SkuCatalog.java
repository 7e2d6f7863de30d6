package ai.chronom.m365.license;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The products we know; joined on the GUID alone. A product that is not here stays unknown. */
public final class SkuCatalog {
  /** Currency of the list prices that ship with us. */
  public static final Currency LIST_CURRENCY = Currency.getInstance("USD");

  private static final SkuCatalog BUILT_IN =
      new SkuCatalog(CatalogFile.rows("skus.csv").stream().map(SkuCatalog::sku).toList());

  private final Map<SkuId, Sku> skus;
  private final ProductNames names;

  public SkuCatalog(Collection<Sku> skus) {
    this(
        skus.stream().collect(Collectors.toUnmodifiableMap(Sku::id, Function.identity())),
        ProductNames.NONE);
  }

  private SkuCatalog(Map<SkuId, Sku> skus, ProductNames names) {
    this.skus = skus;
    this.names = names;
  }

  /** The same, with names for products that it does not know. */
  public SkuCatalog with(ProductNames imported) {
    return new SkuCatalog(skus, imported);
  }

  /** Ours first, then that of Microsoft's table; empty when neither knows the product. */
  public Optional<String> name(SkuId id) {
    return find(id)
        .map(Sku::name)
        .or(() -> Optional.ofNullable(names.products().get(id)).map(ProductNames.Product::name));
  }

  /** Microsoft's string id of a product; empty when nobody knows it. */
  public Optional<String> partNumber(SkuId id) {
    return find(id)
        .map(Sku::partNumber)
        .or(
            () ->
                Optional.ofNullable(names.products().get(id))
                    .map(ProductNames.Product::partNumber));
  }

  public static SkuCatalog builtIn() {
    return BUILT_IN;
  }

  public Optional<Sku> find(SkuId id) {
    return Optional.ofNullable(skus.get(id));
  }

  /** Of every product that bears a name here. */
  public Set<SkuId> ids() {
    Set<SkuId> ids = new HashSet<>(skus.keySet());
    ids.addAll(names.products().keySet());
    return ids;
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
