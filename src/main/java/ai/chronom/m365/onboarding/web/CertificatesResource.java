package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.onboarding.Certificates;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.WaitingCertificate;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Generates key pairs whose certificates are to be uploaded in Entra. */
@Path("certificates")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificatesResource {
  @Inject Certificates certificates;
  @Inject SecurityContext security;

  @POST
  public Response generate(Wanted body, @Context UriInfo address) {
    WaitingCertificate waiting = certificates.generate(body.tenant(), actor());
    return Response.created(address.getAbsolutePathBuilder().path(waiting.id().toString()).build())
        .entity(CertificateAnswer.of(waiting))
        .build();
  }

  @GET
  public Listing<CertificateAnswer> list(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    return Listing.of(
        certificates.all().stream().map(CertificateAnswer::of).toList(),
        PageRequest.of(page, size));
  }

  @GET
  @Path("{certificateId}")
  public CertificateAnswer one(@PathParam("certificateId") String id) {
    return CertificateAnswer.of(waiting(id));
  }

  /** The file for the portal's upload. */
  @GET
  @Path("{certificateId}/certificate.cer")
  @Produces("application/pkix-cert")
  public Response file(@PathParam("certificateId") String id) {
    return Response.ok(waiting(id).certificate().der())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chronom.cer\"")
        .build();
  }

  @DELETE
  @Path("{certificateId}")
  public void discard(@PathParam("certificateId") String id) {
    certificates.discard(waiting(id).id(), actor());
  }

  private WaitingCertificate waiting(String id) {
    try {
      return certificates.get(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("The generated certificate");
    }
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /**
   * Body of {@code POST /certificates}.
   *
   * @param tenantId whose credential it shall become; left out for a tenant to be connected
   */
  public record Wanted(@Nullable String tenantId) {
    private @Nullable TenantId tenant() {
      return tenantId == null
          ? null
          : TenantId.parse(tenantId)
              .orElseThrow(
                  () -> Problem.invalid("tenantId", "The ID of a connected tenant is expected."));
    }
  }
}
