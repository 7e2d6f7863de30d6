package ai.chronom.m365.overview;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.report.SavingsHeadline;
import ai.chronom.m365.report.SavingsReports;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.scan.Scans;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.vault.Vault;
import ai.chronom.m365.verification.VerificationHead;
import ai.chronom.m365.verification.Verifications;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return tell(List.of(tenants.get(tenantId))).get(0);
  }

  /** Those within reach, in the order of their names. */
  public Listing<TenantStory> page(Reach reach, PageRequest page) {
    Listing<Tenant> wanted = Listing.of(reach.of(tenants.all()), page);
    return new Listing<>(tell(wanted.items()), wanted.total(), page);
  }

  /** Each room is asked once, however many tenants there are. */
  private List<TenantStory> tell(List<Tenant> some) {
    List<TenantId> ids = some.stream().map(Tenant::id).toList();
    Map<TenantId, SecretDescription> secrets = vault.describe(ids);
    Map<TenantId, VerificationHead> verified = verifications.heads(ids);
    Map<TenantId, ScanView> scanned = scans.latest(ids);
    Map<TenantId, SavingsHeadline> saved = savings.headlines(ids);
    return some.stream()
        .map(
            tenant ->
                new TenantStory(
                    tenant,
                    Optional.ofNullable(secrets.get(tenant.id())),
                    Optional.ofNullable(verified.get(tenant.id())),
                    Optional.ofNullable(scanned.get(tenant.id())),
                    Optional.ofNullable(saved.get(tenant.id()))))
        .toList();
  }
}
