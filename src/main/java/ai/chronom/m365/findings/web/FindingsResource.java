package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.Dismissals;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings of a tenant, decisions about them, and the state of each rule. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingsResource {
  @Inject Tenants tenants;
  @Inject Findings findings;
  @Inject Dismissals dismissals;
  @Inject Evaluations evaluations;
  @Inject SecurityContext security;

  @GET
  @Path("{tenantId}/findings")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<Finding> list(
      @PathParam("tenantId") String tenantId,
      @BeanParam FindingsQuery query,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    FindingFilter filter = query.filter();
    return findings.list(known(tenantId), filter, PageRequest.of(page, size));
  }

  @GET
  @Path("{tenantId}/findings/{id}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Finding find(@PathParam("tenantId") String tenantId, @PathParam("id") String id) {
    return findings.find(known(tenantId), id).orElseThrow(() -> Problem.notFound("The finding"));
  }

  /** Dismisses every open finding that the filter names. */
  @POST
  @Path("{tenantId}/findings/dismissals")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public Dismissed dismissAll(
      @PathParam("tenantId") String tenantId, @BeanParam FindingsQuery query, Decision decision) {
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    TenantId tenant = known(tenantId);
    return new Dismissed(
        dismissals.dismissAll(tenant, query.filter(), decision.reason(), decision.until(), actor));
  }

  @PATCH
  @Path("{tenantId}/findings/{id}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public Finding decide(
      @PathParam("tenantId") String tenantId, @PathParam("id") String id, Decision decision) {
    TenantId tenant = known(tenantId);
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    if (FindingState.DISMISSED.word().equals(decision.state())) {
      return dismissals.dismiss(tenant, id, decision.reason(), decision.until(), actor);
    }
    if (FindingState.OPEN.word().equals(decision.state())) {
      return dismissals.reopen(tenant, id, actor);
    }
    throw Problem.invalid("state", "dismissed or open expected.");
  }

  @GET
  @Path("{tenantId}/rules")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<RuleResult> rules(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    List<RuleResult> results =
        evaluations.latest(known(tenantId)).map(one -> one.rules()).orElse(List.of());
    return Listing.of(results, PageRequest.of(page, size));
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }

  /** How many findings were dismissed. */
  public record Dismissed(int dismissed) {}

  /** What somebody decides about a finding. */
  public record Decision(
      @Nullable String state, @Nullable String reason, @Nullable LocalDate until) {}
}
