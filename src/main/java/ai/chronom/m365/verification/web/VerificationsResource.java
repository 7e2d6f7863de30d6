package ai.chronom.m365.verification.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.verification.VerificationResult;
import ai.chronom.m365.verification.Verifications;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
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
import org.jspecify.annotations.Nullable;

/** Verifications of one tenant: ask for one, read them. */
@Path("tenants/{tenantId}/verifications")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
public class VerificationsResource {
  @Inject Verifications verifications;
  @Inject Tenants tenants;
  @Inject SecurityContext security;

  @POST
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public Response request(@PathParam("tenantId") String tenantId, @Context UriInfo address) {
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    VerificationResult queued = verifications.request(TenantId.ofAddress(tenantId), actor);
    return Response.accepted(VerificationAnswer.of(queued))
        .location(address.getAbsolutePathBuilder().path(queued.id()).build())
        .build();
  }

  @GET
  public Listing<VerificationAnswer> list(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    Listing<VerificationResult> found = verifications.history(known(tenantId), paging);
    return new Listing<>(
        found.items().stream().map(VerificationAnswer::of).toList(), found.total(), paging);
  }

  @GET
  @Path("latest")
  public VerificationAnswer latest(@PathParam("tenantId") String tenantId) {
    TenantId id = known(tenantId);
    return verifications
        .latest(id)
        .map(found -> VerificationAnswer.of(found, verifications.nextCheck(id).orElse(null)))
        .orElseThrow(() -> Problem.notFound("A verification of this tenant"));
  }

  @GET
  @Path("{id}")
  public VerificationAnswer get(
      @PathParam("tenantId") String tenantId, @PathParam("id") String id) {
    return verifications
        .find(known(tenantId), id)
        .map(VerificationAnswer::of)
        .orElseThrow(() -> Problem.notFound("The verification"));
  }

  private TenantId known(String tenantId) {
    return tenants.get(TenantId.ofAddress(tenantId)).id();
  }
}
