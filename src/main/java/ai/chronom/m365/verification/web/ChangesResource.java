package ai.chronom.m365.verification.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.verification.ChangeKind;
import ai.chronom.m365.verification.TenantChange;
import ai.chronom.m365.verification.Timeline;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant's timeline, the latest change first. */
@Path("tenants/{tenantId}/changes")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
  @Inject Timeline timeline;
  @Inject Tenants tenants;

  @GET
  public Listing<ChangeAnswer> list(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    TenantId known = tenants.get(TenantId.ofAddress(tenantId)).id();
    Listing<TenantChange> found = timeline.of(known, paging);
    return new Listing<>(
        found.items().stream().map(ChangeAnswer::of).toList(), found.total(), paging);
  }

  /**
   * One change on the wire.
   *
   * @param text the change in words
   * @param open somebody must still act
   */
  public record ChangeAnswer(
      long id,
      Instant occurredAt,
      ChangeKind kind,
      String subject,
      String before,
      String after,
      String text,
      boolean open,
      String remedy,
      String remedyLink,
      @Nullable String verificationId) {
    static ChangeAnswer of(TenantChange entry) {
      return new ChangeAnswer(
          entry.id(),
          entry.occurredAt(),
          entry.kind(),
          entry.change().subject(),
          entry.change().before(),
          entry.change().after(),
          entry.sentence(),
          entry.open(),
          entry.change().remedy(),
          entry.change().remedyLink(),
          entry.verificationId());
    }
  }
}
