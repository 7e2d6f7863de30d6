package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuTrait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Seats whose every plan that counts comes with the account's other seats too. One simulation for
 * suites and single products: were each judged alone, both halves of a pair could go. The last
 * account's result is remembered, as it is asked for twice. For one thread.
 */
final class Overlaps {
  private static final Comparator<PaidSeat> DEAREST_FIRST =
      Comparator.comparing(
              (PaidSeat seat) -> seat.holding().unitAmount(), Comparator.reverseOrder())
          .thenComparing(seat -> seat.holding().id());

  private final Inquiry inquiry;
  private @Nullable Account judged;
  private List<Removal> judgement = List.of();

  Overlaps(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** A seat that can go, and the seats that give the same. */
  record Removal(PaidSeat seat, List<PaidSeat> coveredBy, Confidence confidence) {}

  /** What can go, dearest first, each time with the rest that then remains. */
  List<Removal> removals(Account account) {
    if (!account.equals(judged)) {
      judgement = List.copyOf(judge(account));
      judged = account;
    }
    return judgement;
  }

  private List<Removal> judge(Account account) {
    List<PaidSeat> remaining = comparable(account);
    List<Removal> removals = new ArrayList<>();
    if (remaining.size() < 2) {
      return removals;
    }
    Optional<PaidSeat> next = superfluous(remaining);
    while (next.isPresent()) {
      PaidSeat seat = next.get();
      remaining.remove(seat);
      removals.add(removal(seat, remaining));
      next = superfluous(remaining);
    }
    return removals;
  }

  /** Seats that stay after all removals. */
  List<PaidSeat> remaining(Account account) {
    List<PaidSeat> remaining = comparable(account);
    removals(account).forEach(removal -> remaining.remove(removal.seat()));
    return remaining;
  }

  private static List<PaidSeat> comparable(Account account) {
    boolean severalPlaces =
        account.seats().stream().anyMatch(seat -> seat.holding().family().equals("MULTIGEO"));
    if (severalPlaces || account.identity().kind() == IdentityClass.PROTECTED) {
      return new ArrayList<>();
    }
    return account.seats().stream()
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

  private Removal removal(PaidSeat seat, List<PaidSeat> others) {
    Set<PlanId> wanted = inquiry.ladder().material(seat.effective());
    List<PaidSeat> coveredBy =
        others.stream()
            .filter(
                other ->
                    inquiry.ladder().closure(other.working()).stream().anyMatch(wanted::contains))
            .toList();
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
