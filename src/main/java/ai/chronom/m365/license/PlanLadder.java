package ai.chronom.m365.license;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which service plan makes which other superfluous. A plan that is not on the ladder counts and is
 * covered by itself alone: the safe side.
 */
public final class PlanLadder {
  private static final PlanLadder BUILT_IN = read();

  /** A tenant's products and the ways to switch parts of them off are some hundreds. */
  private static final int SETS_REMEMBERED = 5_000;

  private final Map<PlanId, ServicePlan> plans;
  private final Map<PlanId, Set<PlanId>> reach = new HashMap<>();
  private final Map<String, Set<PlanId>> byName;
  private final Map<Set<PlanId>, Known> known = new ConcurrentHashMap<>();

  /** The same by the set itself, whose hash is that of all its plans each time. */
  private final Map<Set<PlanId>, Known> met = Collections.synchronizedMap(new IdentityHashMap<>());

  public PlanLadder(Collection<ServicePlan> plans) {
    this.plans =
        plans.stream().collect(Collectors.toUnmodifiableMap(ServicePlan::id, Function.identity()));
    this.byName =
        plans.stream()
            .collect(
                Collectors.groupingBy(
                    ServicePlan::name, Collectors.mapping(ServicePlan::id, Collectors.toSet())));
    plans.forEach(plan -> reach.put(plan.id(), reachOf(plan.id())));
  }

  public static PlanLadder builtIn() {
    return BUILT_IN;
  }

  public Optional<ServicePlan> find(PlanId id) {
    return Optional.ofNullable(plans.get(id));
  }

  /** The plans of that name; empty when none is known. */
  public Set<PlanId> named(String name) {
    return byName.getOrDefault(name, Set.of());
  }

  /** What is asked of the same sets of plans for each of a million seats. */
  private record Known(Set<PlanId> closure, Set<PlanId> material, Set<String> families) {}

  private Known about(Collection<PlanId> given) {
    Set<PlanId> plans = Set.copyOf(given);
    boolean lasting = plans == given;
    Known about = lasting ? met.get(plans) : null;
    if (about == null) {
      about = equal(plans);
      if (lasting) {
        remember(met, plans, about);
      }
    }
    return about;
  }

  private Known equal(Set<PlanId> plans) {
    Known about = known.get(plans);
    if (about == null) {
      about = work(plans);
      remember(known, plans, about);
    }
    return about;
  }

  private static void remember(Map<Set<PlanId>, Known> in, Set<PlanId> plans, Known about) {
    if (in.size() >= SETS_REMEMBERED) {
      in.clear();
    }
    in.put(plans, about);
  }

  private Known work(Set<PlanId> given) {
    Set<PlanId> closure = new HashSet<>();
    given.forEach(id -> closure.addAll(reach.getOrDefault(id, Set.of(id))));
    Set<PlanId> material =
        given.stream().filter(this::counts).collect(Collectors.toUnmodifiableSet());
    Set<String> families =
        material.stream()
            .flatMap(id -> find(id).stream())
            .map(ServicePlan::family)
            .collect(Collectors.toUnmodifiableSet());
    return new Known(Set.copyOf(closure), material, families);
  }

  /** Those plans and all that they make superfluous. */
  public Set<PlanId> closure(Collection<PlanId> given) {
    return about(given).closure();
  }

  /** Families of those plans that count. */
  public Set<String> families(Collection<PlanId> given) {
    return about(given).families();
  }

  /** Whether losing the plan would be noticed; true for a plan that nobody knows. */
  public boolean counts(PlanId id) {
    return find(id).map(ServicePlan::counts).orElse(true);
  }

  /** The plans that count. */
  public Set<PlanId> material(Collection<PlanId> given) {
    return about(given).material();
  }

  /** The plans that count and would be lost if only the cover remained. */
  public Set<PlanId> lost(Collection<PlanId> given, Collection<PlanId> cover) {
    Set<PlanId> kept = closure(cover);
    return material(given).stream()
        .filter(id -> !kept.contains(id))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<PlanId> reachOf(PlanId start) {
    Set<PlanId> reached = new HashSet<>();
    Deque<PlanId> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      PlanId id = open.pop();
      if (reached.add(id)) {
        find(id).ifPresent(plan -> open.addAll(plan.covers()));
      }
    }
    return Set.copyOf(reached);
  }

  private static PlanLadder read() {
    List<NamedCsvRecord> rows = CatalogFile.rows("plans.csv");
    Map<String, Set<PlanId>> ids =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getField("name"),
                    Collectors.mapping(
                        row -> PlanId.of(row.getField("guid")), Collectors.toSet())));
    return new PlanLadder(rows.stream().map(row -> plan(row, ids)).toList());
  }

  private static ServicePlan plan(NamedCsvRecord row, Map<String, Set<PlanId>> ids) {
    return new ServicePlan(
        PlanId.of(row.getField("guid")),
        row.getField("name"),
        row.getField("family"),
        Integer.parseInt(row.getField("step")),
        CatalogFile.words(row.getField("covers"), " ").stream()
            .flatMap(name -> ids.getOrDefault(name, Set.of()).stream())
            .collect(Collectors.toSet()),
        row.getField("counts").equals("yes"));
  }
}
