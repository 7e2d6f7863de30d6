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
import java.util.Map;
import java.util.stream.Collectors;

/** The names that somebody imported from Microsoft's table; they hold for all tenants. */
@Stateless
public class ProductTable {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Event<PricesChanged> changed;

  public ProductNames names() {
    Map<SkuId, ProductNames.Product> products =
        entities
            .createQuery("select p from NamedProduct p", NamedProduct.class)
            .getResultList()
            .stream()
            .collect(Collectors.toMap(NamedProduct::id, NamedProduct::product));
    Map<PlanId, ProductNames.Plan> plans =
        entities.createQuery("select p from NamedPlan p", NamedPlan.class).getResultList().stream()
            .collect(Collectors.toMap(NamedPlan::id, NamedPlan::plan));
    return new ProductNames(products, plans);
  }

  /** Our own catalog, with the imported names of products that it does not know. */
  public SkuCatalog catalog() {
    return SkuCatalog.builtIn().with(names());
  }

  /** Replaces the names that were imported before. */
  public ProductTableChange importTable(ProductNames table, Actor actor) {
    ProductTableChange change = ProductTableChange.between(names(), table, SkuCatalog.builtIn());
    clear();
    table.products().forEach((id, product) -> entities.persist(new NamedProduct(id, product)));
    table.plans().forEach((id, plan) -> entities.persist(new NamedPlan(id, plan)));
    audit.record(
        actor, AuditAction.PRODUCT_TABLE_IMPORTED, null, Outcome.SUCCEEDED, change.words());
    changed.fire(new PricesChanged());
    return change;
  }

  /** Only our own catalog's names hold again. Throws a {@link Problem} when none is imported. */
  public void forget(Actor actor) {
    if (clear() == 0) {
      throw Problem.notFound("An imported table of products");
    }
    audit.record(actor, AuditAction.PRODUCT_TABLE_IMPORTED, null, Outcome.SUCCEEDED, "removed");
    changed.fire(new PricesChanged());
  }

  private int clear() {
    int gone =
        entities.createQuery("delete from NamedProduct p").executeUpdate()
            + entities.createQuery("delete from NamedPlan p").executeUpdate();
    // Those read before are still remembered, and their ids would be taken.
    entities.clear();
    return gone;
  }
}
