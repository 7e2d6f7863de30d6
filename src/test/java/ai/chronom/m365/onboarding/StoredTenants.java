package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tenants in memory. */
class StoredTenants extends Tenants {
  private final Map<TenantId, Tenant> stored = new HashMap<>();

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public void add(Tenant tenant) {
    stored.put(tenant.id(), tenant);
  }
}
