package ai.chronom.m365.tenant.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which tenants the caller of this request sees (ADR 115). */
@RequestScoped
public class Sight {
  @Inject HttpServletRequest request;
  @Inject Tenants tenants;

  /** A request of nobody sees nothing. */
  public Reach reach() {
    return request.getAttribute(Reach.ATTRIBUTE) instanceof Reach reach ? reach : Reach.NOTHING;
  }

  public boolean covers(TenantId tenantId) {
    return reach().covers(tenantId);
  }

  /** In the order of their names. */
  public List<Tenant> tenants() {
    return reach().of(tenants.all());
  }

  /** For what concerns all tenants alike. Throws a {@link Problem} for who sees only some. */
  public void requireAll() {
    if (!reach().all()) {
      throw new Problem(
          ProblemKind.ROLE_MISSING,
          "This concerns all tenants, and you see only some. Ask an administrator.");
    }
  }
}
