package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes of thresholds and lists, with the savings that follow from them. Call it outside a
 * transaction.
 */
@ApplicationScoped
public class Settling {
  @Inject SettingsBook settings;
  @Inject EvaluationRunner runner;

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

  /** Throws a {@link Problem} when that list has no such entry. */
  public void remove(TenantId tenantId, PeopleList list, long id, Actor actor) {
    settings.remove(tenantId, list, id, actor);
    runner.recompute(tenantId);
  }

  /** Throws a {@link Problem} that names each number out of range. */
  public SkuSetting decide(TenantId tenantId, SkuSetting setting, Actor actor) {
    settings.decide(tenantId, setting, actor);
    runner.recompute(tenantId);
    return setting;
  }
}
