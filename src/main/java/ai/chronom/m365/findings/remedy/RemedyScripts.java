package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Scripts that carry findings out, for an admin to read and to run. */
@ApplicationScoped
public class RemedyScripts {
  @Inject Findings findings;
  @Inject RemedyPlans plans;
  @Inject Clouds clouds;

  /** Throws a {@link Problem} when there is no such finding, or nothing that a script could do. */
  public String of(Tenant tenant, String findingId, RemedyScriptKind kind) {
    Finding finding =
        findings.find(tenant.id(), findingId).orElseThrow(() -> Problem.notFound("The finding"));
    RemedyPlan plan = plans.of(tenant.id(), findingId);
    Cloud cloud =
        clouds.find(tenant.cloudId()).orElseThrow(() -> Problem.notFound("The tenant's cloud"));
    if (!plan.scripted()) {
      throw Problem.notFound("A script for this finding");
    }
    return new RemedyScript(kind, cloud, tenant.id()).write(finding, plan);
  }
}
