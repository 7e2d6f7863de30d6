package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Scenario;
import ai.chronom.m365.findings.ScenarioForm;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.WhatIf;
import ai.chronom.m365.findings.WhatIfAnswer;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the savings would be if something else held; nothing is stored. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WhatIfResource {
  private static final int RETRY_SECONDS = 2;

  @Inject Tenants tenants;
  @Inject Evaluations evaluations;
  @Inject SettingsBook settings;
  @Inject WhatIf whatIf;
  @Inject AskedQuestions asked;

  /** 200 with the comparison; 202 with an address to ask again where it takes longer. */
  @POST
  @Path("{tenantId}/what-if")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Response compare(
      @PathParam("tenantId") String tenantId, WhatIfRequest request, @Context UriInfo address) {
    TenantId tenant = tenants.get(TenantId.ofAddress(tenantId)).id();
    ScenarioForm form = new ScenarioForm();
    request.into(form);
    if (!form.errors().isEmpty()) {
      throw Problem.invalid(form.errors());
    }
    Evaluation now = now(tenant);
    Scenario scenario = form.scenario(settings.of(tenant));
    String id = AskedQuestions.newId();
    WhatIfAnswer answer = whatIf.ask(tenant, now, scenario, id);
    if (answer instanceof WhatIfAnswer.Awaited) {
      asked.add(id, tenant, scenario);
    }
    return response(now, answer, id, address.getAbsolutePathBuilder().path(id).build());
  }

  /** The same answers as to the question. */
  @GET
  @Path("{tenantId}/what-if/{id}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Response find(
      @PathParam("tenantId") String tenantId,
      @PathParam("id") String id,
      @Context UriInfo address) {
    TenantId tenant = tenants.get(TenantId.ofAddress(tenantId)).id();
    Scenario scenario = scenario(id, tenant);
    Evaluation now = now(tenant);
    WhatIfAnswer answer = whatIf.follow(tenant, now, scenario, id);
    return response(now, answer, id, address.getAbsolutePath());
  }

  /** The answer is not wanted any more. */
  @DELETE
  @Path("{tenantId}/what-if/{id}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public void cancel(@PathParam("tenantId") String tenantId, @PathParam("id") String id) {
    scenario(id, tenants.get(TenantId.ofAddress(tenantId)).id());
    whatIf.withdraw(id);
    asked.forget(id);
  }

  private Scenario scenario(String id, TenantId tenant) {
    return asked.find(id, tenant).orElseThrow(() -> Problem.notFound("A question with this id"));
  }

  private Evaluation now(TenantId tenant) {
    return evaluations
        .latest(tenant)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
  }

  private static Response response(Evaluation now, WhatIfAnswer answer, String id, URI address) {
    if (answer instanceof WhatIfAnswer.Known known) {
      return Response.ok(Comparison.of(now, known.evaluation())).build();
    }
    if (answer instanceof WhatIfAnswer.Awaited awaited) {
      return Response.accepted(
              new Pending(id, awaited.begun() ? "running" : "waiting", awaited.percent()))
          .location(address)
          .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
          .build();
    }
    throw new Problem(ProblemKind.INCIDENT, "This could not be worked out; the log says why.");
  }

  /**
   * An answer that is worked out.
   *
   * @param state waiting for another question's answer, or running
   * @param percent of the accounts seen
   */
  public record Pending(String id, String state, int percent) {}

  /** What is assumed; the rest is as it is. */
  public record WhatIfRequest(
      @Nullable List<ThresholdValue> thresholds,
      @Nullable List<ProductValue> products,
      @Nullable List<String> dismissed) {

    void into(ScenarioForm form) {
      for (ThresholdValue one : thresholds == null ? List.<ThresholdValue>of() : thresholds) {
        form.threshold("thresholds", String.valueOf(one.name()), String.valueOf(one.value()));
      }
      for (ProductValue one : products == null ? List.<ProductValue>of() : products) {
        String sku = String.valueOf(one.skuId());
        if (one.price() != null) {
          form.price("products", sku, one.price().toPlainString());
        }
        if (one.buffer() != null) {
          form.buffer("products", sku, one.buffer().toString());
        }
      }
      for (String one : dismissed == null ? List.<String>of() : dismissed) {
        form.dismiss("dismissed", one);
      }
    }
  }

  /** A threshold elsewhere. */
  public record ThresholdValue(@Nullable String name, @Nullable Integer value) {}

  /** A product at another price, or with another buffer. */
  public record ProductValue(
      @Nullable String skuId, @Nullable BigDecimal price, @Nullable Integer buffer) {}
}
