package ai.chronom.m365.scan.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.scan.Scans;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Starts, shows and cancels the scans of a tenant. */
@Path("tenants/{tenantId}/scans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScansResource {
  @Inject Scans scans;
  @Inject Tenants tenants;
  @Inject SecurityContext security;
  @Inject Clock clock;

  @POST
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public Response request(@PathParam("tenantId") String tenant, @Context UriInfo address) {
    ScanView scan = scans.request(TenantId.ofAddress(tenant), actor());
    return Response.accepted(ScanAnswer.of(scan, clock.instant()))
        .location(address.getAbsolutePathBuilder().path(Long.toString(scan.id())).build())
        .build();
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<ScanAnswer> history(
      @PathParam("tenantId") String tenant,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    PageRequest request = PageRequest.of(page, size);
    Listing<ScanView> found = scans.history(tenants.get(TenantId.ofAddress(tenant)).id(), request);
    return new Listing<>(
        found.items().stream().map(scan -> ScanAnswer.of(scan, clock.instant())).toList(),
        found.total(),
        request);
  }

  @GET
  @Path("latest")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public ScanAnswer latest(@PathParam("tenantId") String tenant) {
    return scans
        .latest(TenantId.ofAddress(tenant))
        .map(scan -> ScanAnswer.of(scan, clock.instant()))
        .orElseThrow(() -> Problem.notFound("A scan of this tenant"));
  }

  @GET
  @Path("{scanId}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public ScanAnswer find(@PathParam("tenantId") String tenant, @PathParam("scanId") String scan) {
    return scans
        .find(TenantId.ofAddress(tenant), scanId(scan))
        .map(found -> ScanAnswer.of(found, clock.instant()))
        .orElseThrow(() -> Problem.notFound("The scan"));
  }

  @DELETE
  @Path("{scanId}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public void cancel(@PathParam("tenantId") String tenant, @PathParam("scanId") String scan) {
    scans.cancel(TenantId.ofAddress(tenant), scanId(scan), actor());
  }

  /** What is no number cannot exist. */
  private static long scanId(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.notFound("The scan");
    }
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }
}
