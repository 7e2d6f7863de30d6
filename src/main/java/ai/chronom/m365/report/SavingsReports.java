package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.SavingsHead;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a tenant's latest evaluation adds up to. */
@Stateless
public class SavingsReports {
  @Inject Evaluations evaluations;

  /** Empty until the first snapshot was evaluated. */
  public Optional<Savings> of(TenantId tenantId) {
    return evaluations.latest(tenantId).map(SavingsSum::of);
  }

  /** Of those tenants of which a snapshot was evaluated. */
  public Map<TenantId, SavingsHeadline> headlines(Collection<TenantId> tenantIds) {
    return evaluations.heads(tenantIds).stream()
        .collect(Collectors.toMap(SavingsHead::tenantId, SavingsHeadline::of));
  }

  /** Those of the tenant's products; empty until the first snapshot was evaluated. */
  public List<LicenseLine> licenses(TenantId tenantId, LicenseFilter filter) {
    return evaluations.latest(tenantId).stream()
        .flatMap(evaluation -> evaluation.lines().stream())
        .filter(filter::wants)
        .map(LicenseLine::of)
        .toList();
  }
}
