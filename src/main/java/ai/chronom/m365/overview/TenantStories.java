package ai.chronom.m365.overview;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.report.SavingsReports;
import ai.chronom.m365.scan.Scans;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.Vault;
import ai.chronom.m365.verification.Verifications;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Puts together what the rooms know of a tenant. Reads only. */
@Stateless
public class TenantStories {
  @Inject Tenants tenants;
  @Inject Vault vault;
  @Inject Verifications verifications;
  @Inject Scans scans;
  @Inject SavingsReports savings;

  /** Throws a not-found problem for an unknown tenant. */
  public TenantStory of(TenantId tenantId) {
    return tell(tenants.get(tenantId));
  }

  /** In the order of the tenants' names. */
  public Listing<TenantStory> page(PageRequest page) {
    Listing<Tenant> wanted = Listing.of(tenants.all(), page);
    List<TenantStory> stories = wanted.items().stream().map(this::tell).toList();
    return new Listing<>(stories, wanted.total(), page);
  }

  private TenantStory tell(Tenant tenant) {
    TenantId id = tenant.id();
    return new TenantStory(
        tenant, vault.describe(id), verifications.latest(id), scans.latest(id), savings.of(id));
  }
}
