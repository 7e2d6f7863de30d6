package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.UseList;
import ai.chronom.m365.findings.UseListForm;
import ai.chronom.m365.findings.UseListLine;
import ai.chronom.m365.findings.UseLists;
import ai.chronom.m365.findings.UsedProduct;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Activity lists of an admin center, for products whose use Graph does not tell. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UseListsResource {
  @Inject Tenants tenants;
  @Inject UseLists uses;
  @Inject Settling settling;
  @Inject Clock clock;
  @Inject SecurityContext security;

  @GET
  @Path("{tenantId}/activity-lists")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<UseListLine> lists(@PathParam("tenantId") String tenantId) {
    return Listing.of(uses.lines(known(tenantId)), new PageRequest(0, PageRequest.SIZE_MAX));
  }

  /**
   * Replaces the list of that product; nothing changes when one line is wrong.
   *
   * @param days how many days it covers: 90 or 180
   * @param asOf the last day it covers, where the file does not say it
   */
  @POST
  @Path("{tenantId}/activity-lists/{product}")
  @RolesAllowed(Role.ADMIN)
  @Consumes("text/csv")
  public Taken take(
      @PathParam("tenantId") String tenantId,
      @PathParam("product") String product,
      @QueryParam("days") @Nullable String days,
      @QueryParam("as-of") @Nullable String asOf,
      InputStream file) {
    TenantId tenant = known(tenantId);
    UsedProduct of = UseListForm.product(product);
    UseList list = new UseListForm(of.word(), days, asOf).read(file, LocalDate.now(clock));
    settling.take(tenant, of, list, actor());
    return new Taken(list.people().size(), list.asOf());
  }

  @DELETE
  @Path("{tenantId}/activity-lists/{product}")
  @RolesAllowed(Role.ADMIN)
  public void forget(@PathParam("tenantId") String tenantId, @PathParam("product") String product) {
    settling.forget(known(tenantId), UseListForm.product(product), actor());
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /** How many people the list names, until which day. */
  public record Taken(int people, LocalDate asOf) {}
}
