package ai.chronom.m365.scan.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.scan.ScanRhythm;
import ai.chronom.m365.scan.ScanRhythms;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows and changes how often a tenant is scanned by itself. */
@Path("tenants/{tenantId}/scan-schedule")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScanScheduleResource {
  @Inject ScanRhythms rhythms;
  @Inject Tenants tenants;
  @Inject SecurityContext security;

  /**
   * How often.
   *
   * @param interval {@code default}, {@code never}, or ISO 8601
   * @param effective ISO 8601; null when only somebody's wish starts a scan
   * @param nextAt ISO 8601; null when none is planned
   */
  public record ScheduleAnswer(
      String interval, @Nullable String effective, @Nullable Instant nextAt) {}

  /**
   * What to change it to.
   *
   * @param interval as answered
   */
  public record ScheduleRequest(@Nullable String interval) {}

  @GET
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public ScheduleAnswer show(@PathParam("tenantId") String tenant) {
    return answer(tenants.get(TenantId.ofAddress(tenant)).id());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public ScheduleAnswer choose(@PathParam("tenantId") String tenant, ScheduleRequest request) {
    TenantId tenantId = TenantId.ofAddress(tenant);
    rhythms.choose(
        tenantId, request.interval(), new Actor(security.getCallerPrincipal().getName()));
    return answer(tenantId);
  }

  private ScheduleAnswer answer(TenantId tenantId) {
    ScanRhythm rhythm = rhythms.of(tenantId);
    return new ScheduleAnswer(
        rhythm.word(),
        rhythm.every().map(Object::toString).orElse(null),
        rhythms.next(tenantId).orElse(null));
  }
}
