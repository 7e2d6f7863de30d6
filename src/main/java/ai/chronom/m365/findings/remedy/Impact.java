package ai.chronom.m365.findings.remedy;

import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Holdings;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.ServicePlan;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SubscribedSku;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What users would lose when they get something smaller instead. */
final class Impact {
  private static final int RECENT_DAYS = 90;
  private static final Map<String, Function<ServiceActivity, @Nullable LocalDate>> USE =
      Map.of(
          "exchange", ServiceActivity::exchange,
          "onedrive", ServiceActivity::oneDrive,
          "sharepoint", ServiceActivity::sharePoint,
          "teams", ServiceActivity::teams,
          "yammer", ServiceActivity::yammer);

  private final Holdings holdings;
  private final PlanLadder ladder;
  private final LocalDate today;
  private final boolean useKnown;
  private final Map<PlanId, Integer> users = new HashMap<>();
  private final Map<PlanId, Integer> using = new HashMap<>();
  private final Map<PlanId, String> names = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();

  /**
   * @param useKnown whether the report of active users was read with its names
   * @param known Microsoft's names of plans, where they were imported
   */
  Impact(
      Holdings holdings, PlanLadder ladder, LocalDate today, boolean useKnown, ProductNames known) {
    this.holdings = holdings;
    this.ladder = ladder;
    this.today = today;
    this.useKnown = useKnown;
    for (Holding holding : holdings.all()) {
      holding
          .bought()
          .plans()
          .forEach(plan -> names.put(plan.planId(), known.plan(plan.planId()).orElse(plan.name())));
    }
  }

  /** Counts what one user would lose with one seat. */
  void count(ScannedUser user, FindingSeat seat) {
    if (seat.replacements().isEmpty()) {
      return;
    }
    Set<PlanId> cover = new HashSet<>();
    for (SkuId replacement : seat.replacements()) {
      Optional<Holding> target = holdings.find(replacement);
      if (target.isEmpty()) {
        unknown.add(holdings.name(replacement));
        return;
      }
      target.get().bought().plans().stream().map(SubscribedSku.Plan::planId).forEach(cover::add);
    }
    Set<PlanId> had = new HashSet<>();
    user.seats()
        .forEach(
            one ->
                holdings
                    .find(one.skuId())
                    .map(holding -> PaidSeat.of(one, holding).effective())
                    .ifPresent((one.skuId().equals(seat.skuId()) ? had : cover)::addAll));
    ladder.lost(had, cover).forEach(plan -> lose(plan, user));
  }

  private void lose(PlanId plan, ScannedUser user) {
    users.merge(plan, 1, Integer::sum);
    ServiceActivity activity = user.activity();
    Function<ServiceActivity, @Nullable LocalDate> use = use(plan);
    LocalDate last = activity == null || use == null ? null : use.apply(activity);
    if (last != null && !last.isBefore(today.minusDays(RECENT_DAYS))) {
      using.merge(plan, 1, Integer::sum);
    }
  }

  private @Nullable Function<ServiceActivity, @Nullable LocalDate> use(PlanId plan) {
    return ladder.find(plan).map(ServicePlan::family).map(USE::get).orElse(null);
  }

  /** The most used first, then what most users have. */
  List<LostService> lost() {
    return users.entrySet().stream()
        .map(entry -> service(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(
                    (LostService one) -> one.using() == null ? -1 : one.using(),
                    Comparator.reverseOrder())
                .thenComparing(LostService::users, Comparator.reverseOrder())
                .thenComparing(LostService::name))
        .collect(Collectors.toList());
  }

  private LostService service(PlanId plan, int count) {
    boolean told = useKnown && use(plan) != null;
    return new LostService(
        plan,
        names.getOrDefault(plan, plan.toString()),
        count,
        told ? using.getOrDefault(plan, 0) : null);
  }

  /** Products whose services are not known here. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }
}
