package ai.chronom.m365.report;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.findings.Holdings;
import ai.chronom.m365.findings.IdentityClasses;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.TenantSettings;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.scan.AccountPage;
import ai.chronom.m365.scan.AccountQuery;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.scan.TracedUser;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What is known of each person in a tenant's newest snapshot. */
@ApplicationScoped
public class UserFiles {
  private static final int FINDINGS_MAX = 200;

  @Inject Snapshots snapshots;
  @Inject SettingsBook settings;
  @Inject Prices prices;
  @Inject ProductTable products;
  @Inject Findings findings;

  /** Some of the accounts, by name; none before the first scan. */
  public AccountPage list(TenantId tenantId, AccountQuery query) {
    return snapshots.latestId(tenantId).stream()
        .mapToObj(id -> snapshots.accounts(id, query))
        .findFirst()
        .orElse(AccountPage.EMPTY);
  }

  /** Whether a scan of the tenant left a snapshot. */
  public boolean scanned(TenantId tenantId) {
    return snapshots.latestId(tenantId).isPresent();
  }

  /** Empty when the newest snapshot has no such account. */
  public Optional<UserFile> find(TenantId tenantId, String userId) {
    return snapshots
        .latest(tenantId)
        .flatMap(
            snapshot ->
                snapshot
                    .users()
                    .findTraced(userId)
                    .map(traced -> file(inquiry(tenantId, snapshot), traced)));
  }

  private Inquiry inquiry(TenantId tenantId, Snapshot snapshot) {
    TenantSettings kept = settings.of(tenantId);
    SkuCatalog catalog = products.catalog();
    return Inquiry.of(
        snapshot,
        Holdings.of(
            snapshot,
            catalog,
            new PriceBook(catalog, prices.all(), kept.segment()),
            kept.lists().excluded()),
        PlanLadder.builtIn(),
        kept.thresholds(),
        kept.lists());
  }

  private UserFile file(Inquiry inquiry, TracedUser traced) {
    IdentityClasses classes = new IdentityClasses(inquiry);
    Account account = Account.of(traced.user(), traced.traces(), inquiry, classes);
    if (!classes.sure(account)) {
      Snapshot snapshot = inquiry.snapshot();
      for (String other : snapshots.namesakes(snapshot.scanId(), traced.user())) {
        snapshot
            .users()
            .findTraced(other)
            .ifPresent(found -> classes.notice(found.user(), found.traces()));
      }
      account = account.as(classes.finallyOf(account));
    }
    FindingFilter ofUser = new FindingFilter(null, null, null, null, traced.user().id());
    List<Finding> found =
        findings
            .list(inquiry.snapshot().tenantId(), ofUser, new PageRequest(0, FINDINGS_MAX))
            .items();
    return new UserSum(inquiry, account, found).file(UseTraces.of(traced, inquiry.sources()));
  }
}
