package ai.chronom.m365.report.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.report.UserFile;
import ai.chronom.m365.report.UserFiles;
import ai.chronom.m365.scan.AccountPage;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The accounts of a tenant's newest snapshot, page by page by their names, and one of them. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
public class UsersResource {
  @Inject Tenants tenants;
  @Inject UserFiles users;

  /** Those behind {@code after}, or before {@code before}: each an account's id. */
  @GET
  @Path("{tenantId}/users")
  public AccountPage list(@PathParam("tenantId") String tenantId, @BeanParam UsersQuery query) {
    return users.list(known(tenantId), query.query());
  }

  @GET
  @Path("{tenantId}/users/{userId}")
  public UserFile find(@PathParam("tenantId") String tenantId, @PathParam("userId") String userId) {
    return users.find(known(tenantId), userId).orElseThrow(() -> Problem.notFound("The user"));
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }
}
