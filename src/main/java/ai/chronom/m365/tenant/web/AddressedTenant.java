package ai.chronom.m365.tenant.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The tenant that a page's address names. */
@RequestScoped
public class AddressedTenant {
  public static final String PARAMETER = "tenantId";

  @Inject Tenants tenants;
  @Inject Sight sight;

  private @Nullable Tenant tenant;

  /** Throws a {@link Problem} of kind not-found. */
  public TenantId id() {
    return tenant().id();
  }

  /** Throws a {@link Problem} of kind not-found. */
  public Tenant tenant() {
    if (tenant == null) {
      String id = Optional.ofNullable(Faces.getRequestParameter(PARAMETER)).orElse("");
      TenantId named = TenantId.ofAddress(id);
      if (!sight.covers(named)) {
        throw Problem.notFound("The tenant");
      }
      tenant = tenants.get(named);
    }
    return tenant;
  }

  /** Such as {@code /tenants/72f988bf-…/scan}. */
  public String address(String page) {
    return "/tenants/" + id() + page;
  }
}
