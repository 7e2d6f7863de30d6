package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a tenant's latest evaluation adds up to. */
@Stateless
public class SavingsReports {
  @Inject Evaluations evaluations;

  /** Empty until the first snapshot was evaluated. */
  public Optional<Savings> of(TenantId tenantId) {
    return evaluations.latest(tenantId).map(SavingsSum::of);
  }

  /** The tenant's products; empty until the first snapshot was evaluated. */
  public List<LicenseLine> licenses(TenantId tenantId) {
    return evaluations.latest(tenantId).stream()
        .flatMap(evaluation -> evaluation.lines().stream())
        .map(LicenseLine::of)
        .toList();
  }
}
