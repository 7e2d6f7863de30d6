package ai.chronom.m365.report.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.web.FindingsQuery;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.report.Exports;
import ai.chronom.m365.report.LicenseLine;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.SavingsReports;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** What a tenant could save, per product and in all, and the reports to download. */
@Path("tenants")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
public class ReportsResource {
  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject Tenants tenants;
  @Inject SavingsReports reports;
  @Inject Exports exports;
  @Inject AuditTrail audit;
  @Inject SecurityContext security;

  @GET
  @Path("{tenantId}/savings")
  @Produces(MediaType.APPLICATION_JSON)
  public Savings savings(@PathParam("tenantId") String tenantId) {
    return reports
        .of(known(tenantId))
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
  }

  @GET
  @Path("{tenantId}/licenses")
  @Produces(MediaType.APPLICATION_JSON)
  public Listing<LicenseLine> licenses(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    return Listing.of(reports.licenses(known(tenantId)), PageRequest.of(page, size));
  }

  @GET
  @Path("{tenantId}/reports/{name}.csv")
  public Response csv(
      @PathParam("tenantId") String tenantId,
      @PathParam("name") String name,
      @BeanParam FindingsQuery query) {
    TenantId tenant = known(tenantId);
    Exports.Report report =
        exports
            .of(tenant, name, query.filter())
            .orElseThrow(() -> Problem.notFound("A report of that name"));
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    audit.record(actor, AuditAction.REPORT_EXPORTED, tenant, Outcome.SUCCEEDED, name + ".csv");
    StreamingOutput body = report::writeTo;
    return Response.ok(body, CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }
}
