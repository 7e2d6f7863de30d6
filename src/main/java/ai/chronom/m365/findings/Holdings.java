package ai.chronom.m365.findings;

import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Everything the tenant bought: classed, priced, joined with its purchases by GUID. */
public final class Holdings {
  private static final int GIVEN_AWAY_UNITS = 10_000;
  private static final Pattern GIVEN_AWAY_NAME =
      Pattern.compile("FREE|VIRAL|TRIAL|_IW$|EXPLORATORY|ADHOC|STREAM|STORE");

  /** Ways of licenses, each with what it gives: a tenant has some hundreds. */
  private static final int WAYS_REMEMBERED = 10_000;

  private final Map<SkuId, Holding> holdings = new LinkedHashMap<>();
  private final Map<SkuId, Holding> unbought = new ConcurrentHashMap<>();
  private final Map<String, Optional<Holding>> offers = new ConcurrentHashMap<>();
  private final Map<Way, PaidSeat> ways = new ConcurrentHashMap<>();
  private final SkuCatalog catalog;
  private final PriceBook prices;
  private final LocalDate day;

  private Holdings(SkuCatalog catalog, PriceBook prices, LocalDate day) {
    this.catalog = catalog;
    this.prices = prices;
    this.day = day;
  }

  public static Holdings of(Snapshot snapshot, SkuCatalog catalog, PriceBook prices) {
    return of(snapshot, catalog, prices, Set.of());
  }

  /**
   * @param excluded products that the admin wants left alone
   */
  public static Holdings of(
      Snapshot snapshot, SkuCatalog catalog, PriceBook prices, Set<SkuId> excluded) {
    LocalDate day = LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
    Holdings all = new Holdings(catalog, prices, day);
    for (SubscribedSku bought : snapshot.skus()) {
      List<Subscription> purchases =
          snapshot.subscriptions().stream()
              .filter(one -> one.skuId().equals(bought.skuId()))
              .toList();
      Holding holding =
          holding(
                  bought,
                  catalog.find(bought.skuId()),
                  purchases,
                  prices.price(bought.skuId(), day))
              .named(catalog.name(bought.skuId()).orElse(bought.partNumber()));
      all.holdings.put(
          bought.skuId(), excluded.contains(bought.skuId()) ? holding.excluded() : holding);
    }
    return all;
  }

  private static Holding holding(
      SubscribedSku bought,
      Optional<Sku> known,
      List<Subscription> purchases,
      Optional<UnitPrice> price) {
    SkuClass skuClass = classOf(bought, known, purchases, price.isPresent());
    int trialUnits =
        skuClass != SkuClass.PAID
            ? 0
            : purchases.stream()
                .filter(one -> one.trial() && one.status().equals("Enabled"))
                .mapToInt(Subscription::totalLicenses)
                .sum();
    return Holding.of(bought, known, skuClass, purchases, price).onTrial(trialUnits);
  }

  /** The order matters: the first that fits decides. */
  private static SkuClass classOf(
      SubscribedSku bought, Optional<Sku> known, List<Subscription> purchases, boolean priced) {
    if (isCapacity(bought, known)) {
      return SkuClass.CAPACITY;
    }
    if (known.filter(Holdings::isFree).isPresent()) {
      return SkuClass.FREE;
    }
    boolean trial = purchases.stream().anyMatch(Subscription::trial);
    boolean givenAway = trial || GIVEN_AWAY_NAME.matcher(bought.partNumber()).find();
    if (bought.enabledUnits() >= GIVEN_AWAY_UNITS && !priced && givenAway) {
      return SkuClass.FREE_GUESSED;
    }
    boolean allTrial = trial && purchases.stream().allMatch(Subscription::trial);
    return allTrial ? SkuClass.TRIAL : SkuClass.PAID;
  }

  private static boolean isCapacity(SubscribedSku bought, Optional<Sku> known) {
    boolean byKind =
        known
            .map(Sku::kind)
            .filter(kind -> kind == SkuKind.CAPACITY || kind == SkuKind.COMPANY)
            .isPresent();
    boolean byPlans =
        !bought.plans().isEmpty()
            && bought.plans().stream().allMatch(plan -> plan.appliesTo().equals("Company"));
    return byKind || byPlans || bought.appliesTo().equals("Company");
  }

  private static boolean isFree(Sku sku) {
    return sku.kind() == SkuKind.FREE || sku.kind() == SkuKind.TRIAL || sku.is(SkuTrait.NO_CHARGE);
  }

  public Optional<Holding> find(SkuId id) {
    return Optional.ofNullable(holdings.get(id));
  }

  /** How a license came, whoever has it. */
  private record Way(SkuId skuId, List<AssignmentPath> paths) {}

  /** A seat with what it gives; empty when the tenant's list lacks its product. */
  Optional<PaidSeat> seat(Seat seat) {
    Holding holding = holdings.get(seat.skuId());
    if (holding == null) {
      return Optional.empty();
    }
    Way way = new Way(seat.skuId(), seat.paths());
    PaidSeat known = ways.get(way);
    if (known == null) {
      known = PaidSeat.of(seat, holding);
      if (ways.size() >= WAYS_REMEMBERED) {
        ways.clear();
      }
      ways.put(way, known);
    }
    return Optional.of(known.of(seat));
  }

  /** What a product costs on a day, bought or not; empty when nobody knows it. */
  public Optional<UnitPrice> price(SkuId id, LocalDate on) {
    return prices.price(id, on);
  }

  /**
   * A product by its part number, as something to buy: empty when we don't know it or its price, or
   * when the tenant has it without paying by the seat.
   */
  public Optional<Holding> offer(String partNumber) {
    return offers.computeIfAbsent(partNumber, this::findOffer);
  }

  private Optional<Holding> findOffer(String partNumber) {
    return catalog.all().stream()
        .filter(sku -> sku.partNumber().equals(partNumber))
        .min(Comparator.comparing(Sku::id))
        .map(sku -> orUnbought(sku.id()))
        .filter(holding -> holding.paid() && holding.price().isPresent());
  }

  /** Our name of a product, bought or not. */
  public String name(SkuId id) {
    return orUnbought(id).name();
  }

  /** The product as bought; as one of which no unit is bought otherwise. */
  Holding orUnbought(SkuId id) {
    return find(id).orElseGet(() -> unbought.computeIfAbsent(id, this::unbought));
  }

  private Holding unbought(SkuId id) {
    Optional<Sku> known = catalog.find(id);
    String partNumber = known.map(Sku::partNumber).orElse(id.toString());
    return Holding.of(
            new SubscribedSku(id, partNumber, "User", "Enabled", 0, 0, 0, 0, 0, List.of()),
            known,
            SkuClass.PAID,
            List.of(),
            prices.price(id, day))
        .named(catalog.name(id).orElse(partNumber));
  }

  public Collection<Holding> all() {
    return holdings.values();
  }

  /** The currency of all prices. */
  public Currency currency() {
    return prices.currency();
  }
}
