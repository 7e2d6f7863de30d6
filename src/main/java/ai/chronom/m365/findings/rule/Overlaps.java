package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuTrait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Seats whose every plan that counts comes with the account's other seats too. One simulation for
 * suites and single products: were each judged alone, both halves of a pair could go. What follows
 * from the licenses alone is worked out once for all accounts that have the same. For one thread.
 */
final class Overlaps {
  private static final Comparator<PaidSeat> DEAREST_FIRST =
      Comparator.comparing(
              (PaidSeat seat) -> seat.holding().unitAmount(), Comparator.reverseOrder())
          .thenComparing(seat -> seat.holding().id());

  /** Tenants have some hundreds of ways to be licensed. */
  private static final int REMEMBERED = 10_000;

  private final Inquiry inquiry;
  private final Map<List<Kind>, Simulation> known = new HashMap<>();
  private @Nullable Account judged;
  private List<Removal> judgement = List.of();

  Overlaps(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** A seat that can go, and the seats that give the same. */
  record Removal(PaidSeat seat, List<PaidSeat> coveredBy, Confidence confidence) {}

  /**
   * What decides about a seat, whoever has it: alike seats share these very objects, so that nobody
   * has to compare plan by plan.
   */
  private record Kind(
      Holding holding, Set<PlanId> effective, Set<PlanId> working, boolean inError) {
    static Kind of(PaidSeat seat) {
      return new Kind(seat.holding(), seat.effective(), seat.working(), seat.inError());
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind kind
          && holding == kind.holding
          && effective == kind.effective
          && working == kind.working
          && inError == kind.inError;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(holding) + System.identityHashCode(effective);
    }
  }

  /** A seat that goes, and those that cover it, by their places in the account. */
  private record Step(int seat, List<Integer> coveredBy) {}

  /** What goes, and what stays of all that can be compared. */
  private record Simulation(List<Step> steps, List<Integer> remaining) {}

  /** What can go, dearest first, each time with the rest that then remains. */
  @SuppressWarnings("ReferenceEquality")
  List<Removal> removals(Account account) {
    if (account != judged) {
      judgement = simulation(account).steps().stream().map(step -> removal(account, step)).toList();
      judged = account;
    }
    return judgement;
  }

  /** Seats that stay after all removals. */
  List<PaidSeat> remaining(Account account) {
    return at(account, simulation(account).remaining());
  }

  private static List<PaidSeat> at(Account account, List<Integer> places) {
    return places.stream().map(account.seats()::get).toList();
  }

  private Simulation simulation(Account account) {
    if (account.seats().isEmpty() || account.identity().kind() == IdentityClass.PROTECTED) {
      return new Simulation(List.of(), List.of());
    }
    List<Kind> kinds = account.seats().stream().map(Kind::of).toList();
    Simulation found = known.get(kinds);
    if (found == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      found = simulate(account.seats());
      known.put(kinds, found);
    }
    return found;
  }

  private Simulation simulate(List<PaidSeat> seats) {
    List<PaidSeat> remaining = comparable(seats);
    List<Step> steps = new ArrayList<>();
    Optional<PaidSeat> next = superfluous(remaining);
    while (next.isPresent()) {
      PaidSeat seat = next.get();
      remaining.remove(seat);
      steps.add(new Step(seats.indexOf(seat), coveredBy(seat, remaining, seats)));
      next = superfluous(remaining);
    }
    return new Simulation(steps, remaining.stream().map(seats::indexOf).toList());
  }

  private static List<PaidSeat> comparable(List<PaidSeat> seats) {
    if (seats.stream().anyMatch(seat -> seat.holding().family().equals("MULTIGEO"))) {
      return new ArrayList<>();
    }
    return seats.stream()
        .filter(seat -> !seat.inError())
        .filter(seat -> !seat.holding().is(SkuTrait.COMPANION))
        .filter(seat -> !seat.holding().is(SkuTrait.DEVICE))
        .filter(seat -> !seat.holding().is(SkuTrait.POOLED))
        .sorted(DEAREST_FIRST)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<PaidSeat> superfluous(List<PaidSeat> seats) {
    return seats.stream()
        .filter(seat -> covered(seat, without(seats, seat)))
        .filter(seat -> needsStayMet(seats, without(seats, seat)))
        .findFirst();
  }

  private static List<PaidSeat> without(List<PaidSeat> seats, PaidSeat seat) {
    return seats.stream().filter(other -> !other.equals(seat)).toList();
  }

  private boolean covered(PaidSeat seat, List<PaidSeat> others) {
    return !inquiry.ladder().material(seat.effective()).isEmpty() && lost(seat, others).isEmpty();
  }

  /** Plans that count and that the others don't give. */
  Set<PlanId> lost(PaidSeat seat, Collection<PaidSeat> others) {
    List<Set<PlanId>> covers =
        others.stream().map(other -> inquiry.ladder().closure(other.working())).toList();
    return inquiry.ladder().material(seat.effective()).stream()
        .filter(plan -> covers.stream().noneMatch(cover -> cover.contains(plan)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What could work before must work afterwards. */
  private boolean needsStayMet(List<PaidSeat> before, List<PaidSeat> after) {
    Needs needs = new Needs(inquiry.ladder());
    return after.stream()
        .flatMap(seat -> seat.holding().known().stream())
        .allMatch(sku -> needs.met(sku, after) || !needs.met(sku, before));
  }

  private List<Integer> coveredBy(PaidSeat seat, List<PaidSeat> others, List<PaidSeat> seats) {
    Set<PlanId> wanted = inquiry.ladder().material(seat.effective());
    return others.stream()
        .filter(
            other -> inquiry.ladder().closure(other.working()).stream().anyMatch(wanted::contains))
        .map(seats::indexOf)
        .toList();
  }

  private Removal removal(Account account, Step step) {
    PaidSeat seat = account.seats().get(step.seat());
    List<PaidSeat> coveredBy = at(account, step.coveredBy());
    return new Removal(seat, coveredBy, confidence(seat, coveredBy));
  }

  /** A change of the last weeks, or another way for each seat, may be a migration under way. */
  private Confidence confidence(PaidSeat seat, List<PaidSeat> coveredBy) {
    boolean migration =
        coveredBy.stream()
            .filter(other -> Seats.fresh(List.of(other), inquiry))
            .anyMatch(other -> other.byGroup() != seat.byGroup());
    return migration || Seats.fresh(List.of(seat), inquiry) ? Confidence.LOW : Confidence.HIGH;
  }
}
