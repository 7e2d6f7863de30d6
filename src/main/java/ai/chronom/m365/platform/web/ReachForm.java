package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Reaches;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** Which tenants somebody shall see, as it is chosen in a form. */
@Named
@RequestScoped
public class ReachForm {
  private static final String ALL = "all";
  private static final String SOME = "some";

  @Inject Reaches reaches;
  @Inject Sight sight;

  private String extent = ALL;
  private List<String> tenants = List.of();

  void show(Reach reach) {
    extent = reach.all() ? ALL : SOME;
    tenants = reach.tenants().stream().map(TenantId::toString).toList();
  }

  /** Throws a problem at the field {@code tenants}. */
  Reach chosen() {
    return reaches.wanted("tenants", extent.equals(SOME) ? tenants : null);
  }

  /** Such as "All tenants", a name, or "3 tenants". */
  String said(Reach reach) {
    if (reach.all()) {
      return Texts.of("platform_reach.label.all");
    }
    List<Tenant> seen = reach.of(sight.tenants());
    return seen.size() == 1
        ? seen.get(0).name()
        : Texts.of("platform_reach.label.count", seen.size());
  }

  public boolean isPossible() {
    return !sight.tenants().isEmpty();
  }

  public List<SelectItem> getExtents() {
    return Stream.of(ALL, SOME)
        .map(word -> new SelectItem(word, Texts.of("platform_reach.label." + word)))
        .toList();
  }

  /** By name. */
  public List<SelectItem> getItems() {
    return sight.tenants().stream()
        .map(tenant -> new SelectItem(tenant.id().toString(), tenant.name()))
        .toList();
  }

  public String getExtent() {
    return extent;
  }

  public void setExtent(String extent) {
    this.extent = extent;
  }

  public List<String> getTenants() {
    return tenants;
  }

  public void setTenants(List<String> tenants) {
    this.tenants = List.copyOf(tenants);
  }
}
