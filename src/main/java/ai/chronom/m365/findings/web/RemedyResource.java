package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.remedy.RemedyPlan;
import ai.chronom.m365.findings.remedy.RemedyPlans;
import ai.chronom.m365.findings.remedy.RemedyScriptKind;
import ai.chronom.m365.findings.remedy.RemedyScripts;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How a finding is carried out: by hand, or by a script that the admin runs. */
@Path("tenants")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
public class RemedyResource {
  @Inject Tenants tenants;
  @Inject RemedyPlans plans;
  @Inject RemedyScripts scripts;

  @GET
  @Path("{tenantId}/findings/{id}/remedy")
  @Produces(MediaType.APPLICATION_JSON)
  public RemedyPlan plan(@PathParam("tenantId") String tenantId, @PathParam("id") String id) {
    return plans.of(tenants.get(TenantId.ofAddress(tenantId)).id(), id);
  }

  @GET
  @Path("{tenantId}/findings/{id}/remedy/{kind}")
  public Response script(
      @PathParam("tenantId") String tenantId,
      @PathParam("id") String id,
      @PathParam("kind") String kind) {
    RemedyScriptKind wanted =
        RemedyScriptKind.find(kind).orElseThrow(() -> Problem.notFound("A script of that kind"));
    String text = scripts.of(tenants.get(TenantId.ofAddress(tenantId)), id, wanted);
    return Response.ok(text, "text/plain;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName() + "\"")
        .build();
  }
}
