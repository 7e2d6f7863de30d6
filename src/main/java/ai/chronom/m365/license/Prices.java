package ai.chronom.m365.license;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The prices that people stated; they hold for all tenants. */
@Stateless
public class Prices {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Event<PricesChanged> changed;

  /** What seats cost in that segment as things stand. */
  public PriceBook book(Segment segment) {
    return new PriceBook(SkuCatalog.builtIn(), all(), segment);
  }

  /** Grouped by product, the newest first. */
  public List<StatedPrice> all() {
    return entities
        .createQuery("select p from Price p order by p.skuId, p.validFrom desc", Price.class)
        .getResultList()
        .stream()
        .map(Price::stated)
        .toList();
  }

  /**
   * Outranks the list price from its day on. Throws a {@link Problem} when other prices are in
   * another currency.
   */
  public void state(StatedPrice price, Actor actor) {
    requireOneCurrency(price, all());
    remove(price);
    entities.persist(new Price(price));
    audit.record(actor, AuditAction.PRICE_SET, null, Outcome.SUCCEEDED, words(price));
    changed.fire(new PricesChanged());
  }

  private static String words(StatedPrice price) {
    return price.skuId() + " " + price.segment().word();
  }

  private static void requireOneCurrency(StatedPrice price, Collection<StatedPrice> all) {
    Currency currency = price.amount().currency();
    Optional<StatedPrice> other =
        all.stream()
            .filter(one -> !sameLine(one, price))
            .filter(one -> !one.amount().currency().equals(currency))
            .findFirst();
    if (other.isPresent()) {
      throw Problem.invalid(
          "currency",
          other.get().amount().currency()
              + " expected, as in all other prices, "
              + currency
              + " given: nothing is converted.");
    }
  }

  private static boolean sameLine(StatedPrice one, StatedPrice other) {
    return one.skuId().equals(other.skuId())
        && one.origin() == other.origin()
        && one.segment() == other.segment();
  }

  /** What it replaces: the same day, and any of the product in another currency. */
  private void remove(StatedPrice price) {
    entities
        .createQuery(
            "delete from Price p where p.skuId = :sku and p.origin = :origin"
                + " and p.segment = :segment and (p.validFrom = :validFrom or p.currency <> :currency)")
        .setParameter("sku", price.skuId().toString())
        .setParameter("origin", price.origin())
        .setParameter("segment", price.segment())
        .setParameter("validFrom", price.validFrom())
        .setParameter("currency", price.amount().currency().getCurrencyCode())
        .executeUpdate();
  }

  /** Forgets what was entered for a product; its imported or list price holds again. */
  public void forget(SkuId sku, Segment segment, Actor actor) {
    int forgotten =
        entities
            .createQuery(
                "delete from Price p where p.skuId = :sku and p.origin = :origin"
                    + " and p.segment = :segment")
            .setParameter("sku", sku.toString())
            .setParameter("segment", segment)
            .setParameter("origin", PriceOrigin.ENTERED)
            .executeUpdate();
    if (forgotten == 0) {
      throw Problem.notFound("An entered price of this product");
    }
    audit.record(
        actor,
        AuditAction.PRICE_SET,
        null,
        Outcome.SUCCEEDED,
        "removed " + sku + " " + segment.word());
    changed.fire(new PricesChanged());
  }

  /** Replaces the list that was imported before. Throws a {@link Problem} on mixed currencies. */
  public void importList(List<StatedPrice> list, Actor actor) {
    List<StatedPrice> entered =
        all().stream().filter(price -> price.origin() == PriceOrigin.ENTERED).toList();
    list.forEach(price -> requireOneCurrency(price, entered));
    entities
        .createQuery("delete from Price p where p.origin = :origin")
        .setParameter("origin", PriceOrigin.IMPORTED)
        .executeUpdate();
    list.forEach(price -> entities.persist(new Price(price)));
    audit.record(
        actor, AuditAction.PRICES_IMPORTED, null, Outcome.SUCCEEDED, list.size() + " prices");
    changed.fire(new PricesChanged());
  }
}
