package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Scenario;
import ai.chronom.m365.findings.ScenarioForm;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.WhatIf;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the savings would be if something else held; nothing is stored. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WhatIfResource {
  @Inject Tenants tenants;
  @Inject Evaluations evaluations;
  @Inject SettingsBook settings;
  @Inject WhatIf whatIf;

  @POST
  @Path("{tenantId}/what-if")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Comparison compare(@PathParam("tenantId") String tenantId, WhatIfRequest request) {
    TenantId tenant = tenants.get(TenantId.ofAddress(tenantId)).id();
    ScenarioForm form = new ScenarioForm();
    request.into(form);
    if (!form.errors().isEmpty()) {
      throw Problem.invalid(form.errors());
    }
    Evaluation now =
        evaluations
            .latest(tenant)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
    Scenario scenario = form.scenario(settings.of(tenant));
    return Comparison.of(now, whatIf.evaluate(tenant, scenario));
  }

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
