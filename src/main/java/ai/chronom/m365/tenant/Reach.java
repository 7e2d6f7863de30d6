package ai.chronom.m365.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The tenants that somebody may see: all of them, or these alone. The others do not exist for them.
 * Found at each request when its caller is known, and kept in it.
 *
 * @param all whether none is hidden
 * @param tenants those that are seen, when not all are
 */
public record Reach(boolean all, Set<TenantId> tenants) {
  /** Where a request keeps the reach of its caller. */
  public static final String ATTRIBUTE = Reach.class.getName();

  public static final Reach ALL = new Reach(true, Set.of());
  public static final Reach NOTHING = only(Set.of());

  public Reach {
    tenants = Set.copyOf(tenants);
  }

  public static Reach only(Collection<TenantId> tenants) {
    return new Reach(false, Set.copyOf(tenants));
  }

  public boolean covers(TenantId tenantId) {
    return all || tenants.contains(tenantId);
  }

  /** Those of a list that are seen, in its order. */
  public List<Tenant> of(List<Tenant> known) {
    return known.stream().filter(tenant -> covers(tenant.id())).toList();
  }
}
