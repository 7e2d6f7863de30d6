package ai.chronom.m365.tenant.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets a caller through to the tenants that they see, and to nothing of another: it answers as for
 * an id that nobody has. What belongs to no tenant belongs to all, and is changed only by who sees
 * them all (ADR 115). Pages have their own gate at their addresses.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class TenantGate implements ContainerRequestFilter {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Inject Sight sight;

  @Override
  public void filter(ContainerRequestContext request) {
    String tenant = request.getUriInfo().getPathParameters().getFirst(AddressedTenant.PARAMETER);
    if (tenant != null) {
      if (!sight.covers(TenantId.ofAddress(tenant))) {
        throw Problem.notFound("The tenant");
      }
    } else if (!READING.contains(request.getMethod())) {
      sight.requireAll();
    }
  }
}
