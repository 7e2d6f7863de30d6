package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers of which ends of secrets somebody was told. */
@ApplicationScoped
public class ToldExpiries {
  private final List<SecretExpiring> told = new CopyOnWriteArrayList<>();

  public void remember(@Observes SecretExpiring event) {
    told.add(event);
  }

  public List<SecretExpiring> of(TenantId tenantId) {
    return told.stream().filter(event -> event.tenantId().equals(tenantId)).toList();
  }

  public void clear() {
    told.clear();
  }
}
