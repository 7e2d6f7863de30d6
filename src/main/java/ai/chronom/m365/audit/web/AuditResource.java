package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The audit trail, the latest line first. */
@Path("audit")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject AuditTrail audit;

  @GET
  public Listing<Line> latest(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    PageRequest request = PageRequest.of(page, size);
    Listing<AuditEvent> events = audit.latest(request);
    return new Listing<>(events.items().stream().map(Line::of).toList(), events.total(), request);
  }

  /** One line of the trail. */
  public record Line(
      Instant occurredAt,
      String actor,
      String action,
      @Nullable TenantId tenantId,
      String outcome,
      String detail) {
    static Line of(AuditEvent event) {
      return new Line(
          event.occurredAt(),
          event.actor(),
          event.action().word(),
          event.tenantId().orElse(null),
          event.outcome().word(),
          event.detail());
    }
  }
}
