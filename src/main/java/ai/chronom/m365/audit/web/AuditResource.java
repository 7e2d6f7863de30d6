package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.ChainFlaw;
import ai.chronom.m365.audit.ChainHead;
import ai.chronom.m365.audit.ChainReport;
import ai.chronom.m365.audit.ChainWatch;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The audit trail, the latest line first, and the check of its chain. */
@Path("audit")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject AuditTrail audit;
  @Inject ChainWatch watch;

  @GET
  public Listing<Line> list(
      @BeanParam AuditQuery query,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    PageRequest request = PageRequest.of(page, size);
    Listing<AuditEvent> events = audit.list(query.filter(), request);
    return new Listing<>(events.items().stream().map(Line::of).toList(), events.total(), request);
  }

  /**
   * Reads the whole chain, now. A head that was kept from an earlier answer must still be in it.
   *
   * @param position of that head
   * @param link of that head
   */
  @GET
  @Path("check")
  public Check check(
      @QueryParam("position") @Nullable String position,
      @QueryParam("link") @Nullable String link) {
    return Check.of(watch.check(ChainHead.kept(position, link)));
  }

  /** One line of the trail. */
  public record Line(
      long position,
      Instant occurredAt,
      String actor,
      String action,
      @Nullable TenantId tenantId,
      String outcome,
      String detail) {
    static Line of(AuditEvent event) {
      return new Line(
          event.position(),
          event.occurredAt(),
          event.actor(),
          event.action().word(),
          event.tenantId().orElse(null),
          event.outcome().word(),
          event.detail());
    }
  }

  /**
   * What the check found.
   *
   * @param events that hold together, from the first on
   * @param head the last of them; to be kept elsewhere
   * @param flaw the first one; null when the chain is intact
   */
  public record Check(
      boolean intact,
      long events,
      ChainHead head,
      Instant checkedAt,
      @Nullable Instant beganAt,
      @Nullable Flaw flaw) {
    static Check of(ChainReport report) {
      return new Check(
          report.intact(),
          report.events(),
          report.head(),
          report.checkedAt(),
          report.beganAt(),
          report.flaw().map(Flaw::of).orElse(null));
    }
  }

  /** The first place where the chain is not what we wrote. */
  public record Flaw(long position, String kind, String detail) {
    static Flaw of(ChainFlaw flaw) {
      return new Flaw(flaw.position(), flaw.kind().word(), flaw.detail());
    }
  }
}
