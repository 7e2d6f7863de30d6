package ai.chronom.m365.report.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.DepartmentLine;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.RenewalLine;
import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.findings.Trends;
import ai.chronom.m365.findings.web.FindingsQuery;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.report.ExportFormat;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant could save, per product and in all, and the reports to download. */
@Path("tenants")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
public class ReportsResource {
  @Inject Tenants tenants;
  @Inject SavingsReports reports;
  @Inject Exports exports;
  @Inject Evaluations evaluations;
  @Inject Trends trends;
  @Inject ManagementReports management;
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

  /** Where the people work whose seats could go; the largest saving first. */
  @GET
  @Path("{tenantId}/savings/departments")
  @Produces(MediaType.APPLICATION_JSON)
  public Listing<DepartmentLine> departments(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    return Listing.of(evaluations.departments(known(tenantId)), PageRequest.of(page, size));
  }

  @GET
  @Path("{tenantId}/licenses")
  @Produces(MediaType.APPLICATION_JSON)
  public Listing<LicenseLine> licenses(
      @PathParam("tenantId") String tenantId,
      @BeanParam LicensesQuery query,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    List<LicenseLine> found = reports.licenses(known(tenantId), query.filter());
    return Listing.of(found, PageRequest.of(page, size));
  }

  /** Possible and realized savings from scan to scan, the oldest first. */
  @GET
  @Path("{tenantId}/savings/history")
  @Produces(MediaType.APPLICATION_JSON)
  public Listing<TrendPoint> history(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    return Listing.of(trends.of(known(tenantId)), PageRequest.of(page, size));
  }

  /** What to order when purchases renew, the nearest first. */
  @GET
  @Path("{tenantId}/renewals")
  @Produces(MediaType.APPLICATION_JSON)
  public Listing<RenewalLine> renewals(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    List<RenewalLine> lines =
        evaluations.latest(known(tenantId)).map(Evaluation::renewals).orElse(List.of());
    return Listing.of(lines, PageRequest.of(page, size));
  }

  @GET
  @Path("{tenantId}/reports/{name}.{format: csv|xlsx}")
  public Response download(
      @PathParam("tenantId") String tenantId,
      @PathParam("name") String name,
      @PathParam("format") String format,
      @BeanParam FindingsQuery query,
      @BeanParam LicensesQuery licenses,
      @BeanParam UsersQuery users) {
    TenantId tenant = known(tenantId);
    Problem none = Problem.notFound("A report of that name");
    ExportFormat wanted = ExportFormat.find(format).orElseThrow(() -> none);
    Exports.Report report =
        exports
            .of(
                tenant,
                name,
                wanted,
                new Exports.Asked(query.filter(), licenses.filter(), users.query()))
            .orElseThrow(() -> none);
    return file(tenant, name + "." + format, wanted.mediaType(), report);
  }

  /** For those who decide: the money in short, with charts. */
  @GET
  @Path("{tenantId}/reports/management.pdf")
  public Response management(@PathParam("tenantId") String tenantId) {
    TenantId tenant = known(tenantId);
    return file(tenant, "management.pdf", "application/pdf", management.of(tenant));
  }

  private Response file(TenantId tenant, String name, String mediaType, Exports.Report report) {
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    audit.record(actor, AuditAction.REPORT_EXPORTED, tenant, Outcome.SUCCEEDED, name);
    StreamingOutput body = report::writeTo;
    return Response.ok(body, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }
}
