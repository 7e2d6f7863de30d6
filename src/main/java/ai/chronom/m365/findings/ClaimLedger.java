package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets each seat count once. A seat belongs to one user, so users are settled one by one and memory
 * does not grow with them. Findings of high confidence go first, so that a doubtful one never takes
 * a seat from the headline.
 */
final class ClaimLedger {
  private final Holdings holdings;
  private final Predicate<Candidate> dismissed;
  private final Moves moves = new Moves();

  ClaimLedger(Holdings holdings, Predicate<Candidate> dismissed) {
    this.holdings = holdings;
    this.dismissed = dismissed;
  }

  /** What the claims so far free and add. */
  Moves moves() {
    return moves;
  }

  /** Settles everything found about one user. */
  List<Settlement> settle(List<Candidate> ofOneUser) {
    Map<SkuId, RuleId> taken = new HashMap<>();
    List<Settlement> settled = new ArrayList<>();
    for (Confidence pass : Confidence.values()) {
      ofOneUser.stream()
          .filter(candidate -> candidate.confidence() == pass)
          .sorted(order())
          .forEach(candidate -> settled.add(settle(candidate, taken)));
    }
    return settled;
  }

  private Comparator<Candidate> order() {
    return Comparator.comparingInt((Candidate candidate) -> candidate.about().precedence())
        .thenComparing(this::grossOrZero, Comparator.reverseOrder())
        .thenComparing(candidate -> candidate.about().id())
        .thenComparing(Candidate::key);
  }

  private BigDecimal grossOrZero(Candidate candidate) {
    return candidate.seats().stream()
        .flatMap(seat -> Stream.ofNullable(worth(seat)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Settlement settle(Candidate candidate, Map<SkuId, RuleId> taken) {
    boolean left = dismissed.test(candidate);
    boolean advice = candidate.weight() == Candidate.Weight.ADVICE;
    boolean pointless = !advice && !pays(candidate, taken);
    List<Settlement.SettledSeat> seats = new ArrayList<>();
    for (SeatClaim seat : candidate.seats()) {
      boolean counted = taken.containsKey(seat.skuId());
      boolean skipped = left || (pointless && !counted);
      seats.add(advice ? free(seat) : skipped ? unclaimed(seat) : claim(candidate, seat, taken));
    }
    return Settlement.of(candidate, left, seats);
  }

  /**
   * Whether a replacement still pays once other rules have taken seats: a cheaper suite for three
   * products costs money when two of them go anyway.
   */
  private boolean pays(Candidate candidate, Map<SkuId, RuleId> taken) {
    boolean replaces = candidate.seats().stream().anyMatch(seat -> !seat.replacements().isEmpty());
    if (!replaces) {
      return true;
    }
    BigDecimal rest = BigDecimal.ZERO;
    for (SeatClaim seat : candidate.seats()) {
      BigDecimal worth = taken.containsKey(seat.skuId()) ? BigDecimal.ZERO : worth(seat);
      if (worth == null) {
        return false;
      }
      rest = rest.add(worth);
    }
    return rest.signum() > 0;
  }

  private static Settlement.SettledSeat free(SeatClaim seat) {
    return new Settlement.SettledSeat(seat, BigDecimal.ZERO, BigDecimal.ZERO, null);
  }

  private Settlement.SettledSeat unclaimed(SeatClaim seat) {
    return new Settlement.SettledSeat(seat, worth(seat), BigDecimal.ZERO, null);
  }

  private Settlement.SettledSeat claim(
      Candidate candidate, SeatClaim seat, Map<SkuId, RuleId> taken) {
    RuleId owner = taken.putIfAbsent(seat.skuId(), candidate.about().id());
    BigDecimal worth = worth(seat);
    if (owner != null) {
      return new Settlement.SettledSeat(seat, worth, BigDecimal.ZERO, owner);
    }
    moves.record(candidate.confidence(), seat);
    return new Settlement.SettledSeat(seat, worth, worth, null);
  }

  /** Price of the seat less that of its replacements; null when one of them is unknown. */
  private @Nullable BigDecimal worth(SeatClaim seat) {
    BigDecimal worth = amount(seat.skuId());
    for (SkuId replacement : seat.replacements()) {
      BigDecimal price = amount(replacement);
      worth = worth == null || price == null ? null : worth.subtract(price);
    }
    return worth;
  }

  private @Nullable BigDecimal amount(SkuId sku) {
    return holdings.orUnbought(sku).price().map(price -> price.amount().amount()).orElse(null);
  }
}
