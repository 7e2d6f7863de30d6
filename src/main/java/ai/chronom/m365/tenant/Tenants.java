package ai.chronom.m365.tenant;

import ai.chronom.m365.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The tenants under our care. Each verb joins the caller's transaction or makes its own. */
@Stateless
public class Tenants {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Clock clock;

  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(entities.find(Tenant.class, id.toString()));
  }

  /** Throws a {@link Problem} of kind not-found. */
  public Tenant get(TenantId id) {
    return find(id).orElseThrow(() -> Problem.notFound("The tenant"));
  }

  /** In the order of their names. */
  public List<Tenant> all() {
    return entities
        .createQuery("select t from Tenant t order by lower(t.name), t.id", Tenant.class)
        .getResultList();
  }

  public void add(Tenant tenant) {
    entities.persist(tenant);
    entities.flush();
  }

  public void rename(TenantId id, String newName) {
    get(id).rename(newName);
  }

  public void stands(TenantId id, TenantStatus status) {
    find(id).ifPresent(tenant -> tenant.stands(status, clock.instant()));
  }

  /** Removes the tenant; the database takes everything of it along. */
  public void remove(TenantId id) {
    entities.remove(get(id));
  }
}
