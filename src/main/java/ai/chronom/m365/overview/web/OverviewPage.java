package ai.chronom.m365.overview.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.overview.TenantStories;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All tenants at a glance. */
@Named
@RequestScoped
public class OverviewPage {
  @Inject TenantStories stories;
  @Inject Sight sight;
  @Inject Clock clock;

  private @Nullable List<TenantRow> tenants;

  /** In the order of their names. */
  public List<TenantRow> getTenants() {
    if (tenants == null) {
      LocalDate today = LocalDate.now(clock);
      tenants =
          stories.page(sight.reach(), new PageRequest(0, PageRequest.SIZE_MAX)).items().stream()
              .map(story -> TenantRow.of(story, today))
              .toList();
    }
    return tenants;
  }

  public long getNeedingAction() {
    return getTenants().stream().filter(row -> row.next().needsSomebody()).count();
  }

  /** One per currency: amounts of two currencies never meet. */
  public Collection<Total> getTotals() {
    Map<String, Total> totals = new TreeMap<>();
    for (TenantRow row : getTenants()) {
      Money monthly = row.monthly();
      if (monthly != null) {
        totals.merge(monthly.currency().getCurrencyCode(), new Total(monthly), Total::plus);
      }
    }
    return totals.values();
  }

  /** What all tenants of one currency could save. */
  public record Total(Money monthly) {
    private static final int MONTHS = 12;

    public Money annual() {
      return monthly.times(MONTHS);
    }

    Total plus(Total other) {
      return new Total(monthly.plus(other.monthly));
    }
  }
}
