package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes of thresholds and lists, with the savings that follow from them. Call it outside a
 * transaction.
 */
@ApplicationScoped
public class Settling {
  @Inject SettingsBook settings;
  @Inject UseLists uses;
  @Inject Findings findings;
  @Inject Prices prices;
  @Inject EvaluationRunner runner;
  @Inject Clock clock;

  /** Throws a {@link Problem} when one is out of range. */
  public List<ThresholdLine> move(TenantId tenantId, Map<Threshold, Integer> wanted, Actor actor) {
    settings.move(tenantId, wanted, actor);
    runner.recompute(tenantId);
    return settings.thresholds(tenantId);
  }

  /** Puts every threshold back to where it stands by itself. */
  public List<ThresholdLine> reset(TenantId tenantId, Actor actor) {
    return move(
        tenantId,
        Arrays.stream(Threshold.values())
            .collect(Collectors.toMap(one -> one, Threshold::standard)),
        actor);
  }

  /** Throws a {@link Problem} that names each wrong field. */
  public List<ListEntry> add(TenantId tenantId, ListForm form, Actor actor) {
    settings.add(tenantId, form, actor);
    runner.recompute(tenantId);
    return settings.entries(tenantId);
  }

  /** Throws a {@link Problem} when the list would become too long. */
  public void importList(
      TenantId tenantId, PeopleList list, ListFile file, boolean instead, Actor actor) {
    settings.importList(tenantId, list, file, instead, actor);
    runner.recompute(tenantId);
  }

  /** Throws a {@link Problem} when that list has no such entry. */
  public void remove(TenantId tenantId, PeopleList list, long id, Actor actor) {
    settings.remove(tenantId, list, id, actor);
    runner.recompute(tenantId);
  }

  /** The prices of that segment hold from now on. */
  public void buyAs(TenantId tenantId, Segment segment, Actor actor) {
    settings.buyAs(tenantId, segment, actor);
    runner.recompute(tenantId);
  }

  /** Takes an activity list over in the place of the one before. */
  public void take(TenantId tenantId, UsedProduct product, UseList list, Actor actor) {
    uses.replace(tenantId, product, list, actor);
    runner.recompute(tenantId);
  }

  /** Throws a {@link Problem} when none is imported. */
  public void forget(TenantId tenantId, UsedProduct product, Actor actor) {
    uses.remove(tenantId, product, actor);
    runner.recompute(tenantId);
  }

  /**
   * Makes a scenario come true: thresholds, buffers, prices from today on, and findings left as
   * they are. Throws a {@link Problem} when something of it is wrong.
   *
   * @param reason why the findings are left; not asked for when none is
   */
  public void adopt(TenantId tenantId, Scenario scenario, @Nullable String reason, Actor actor) {
    settings.move(tenantId, scenario.thresholds(), actor);
    Map<SkuId, SkuSetting> known =
        settings.skus(tenantId).stream().collect(Collectors.toMap(SkuSetting::skuId, one -> one));
    scenario
        .buffers()
        .forEach(
            (sku, units) -> {
              SkuSetting old = known.getOrDefault(sku, SkuSetting.none(sku));
              settings.decide(
                  tenantId, new SkuSetting(sku, old.excluded(), units, old.minimum()), actor);
            });
    if (!scenario.dismissed().isEmpty()) {
      Reason why = Reason.of(reason);
      scenario.dismissed().forEach(id -> findings.dismiss(tenantId, id, why, null, actor));
    }
    Instant now = clock.instant();
    Segment segment = settings.of(tenantId).segment();
    String currency = prices.book(Segment.COMMERCIAL).currency().getCurrencyCode();
    scenario
        .prices()
        .forEach(
            (sku, amount) ->
                prices.state(
                    new PriceForm(
                            sku.toString(),
                            amount.toPlainString(),
                            currency,
                            null,
                            "what-if",
                            segment.word())
                        .entered(actor, now),
                    actor));
    runner.recompute(tenantId);
  }

  /** Throws a {@link Problem} that names each number out of range. */
  public SkuSetting decide(TenantId tenantId, SkuSetting setting, Actor actor) {
    settings.decide(tenantId, setting, actor);
    runner.recompute(tenantId);
    return setting;
  }
}
