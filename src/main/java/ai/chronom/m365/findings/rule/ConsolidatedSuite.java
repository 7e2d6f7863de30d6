package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.CollectionName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** R13: several products that one suite contains, for less. */
public final class ConsolidatedSuite implements Rule {
  static final About ABOUT =
      new About(
          "R13",
          "Several products that one suite replaces",
          8,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Parts(inquiry, suites(inquiry));
  }

  /** What the tenant buys anyway: only of that is the composition known. Cheapest first. */
  private static List<Holding> suites(Inquiry inquiry) {
    return inquiry.holdings().all().stream()
        .filter(holding -> holding.paid() && holding.running() && holding.kind().suite())
        .filter(holding -> holding.kind() != SkuKind.FRONTLINE)
        .filter(holding -> !holding.is(SkuTrait.UNATTENDED) && holding.price().isPresent())
        .filter(ConsolidatedSuite::hasRoom)
        .sorted(Comparator.comparing(Holding::unitAmount).thenComparing(Holding::id))
        .toList();
  }

  /** A business plan has a limit of seats. */
  private static boolean hasRoom(Holding suite) {
    int cap = suite.known().map(Sku::seatCap).orElse(0);
    return cap == 0 || suite.bought().consumedUnits() < cap;
  }

  private record Parts(Inquiry inquiry, List<Holding> suites) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      List<PaidSeat> seats =
          Seats.personal(account).stream()
              .filter(seat -> !seat.inError() && !Seats.fresh(List.of(seat), inquiry))
              .filter(seat -> seat.holding().price().isPresent())
              .toList();
      if (!People.working(account) || seats.size() < 2) {
        return List.of();
      }
      return suites.stream()
          .filter(suite -> seats.stream().noneMatch(seat -> seat.holding().id().equals(suite.id())))
          .flatMap(suite -> replaced(account, seats, suite).stream())
          .limit(1)
          .toList();
    }

    private Optional<Candidate> replaced(Account account, List<PaidSeat> seats, Holding suite) {
      Set<PlanId> plans = suite.working();
      List<PaidSeat> parts =
          seats.stream()
              .filter(seat -> !inquiry.ladder().material(seat.effective()).isEmpty())
              .filter(seat -> inquiry.ladder().lost(seat.effective(), plans).isEmpty())
              .sorted(
                  Comparator.comparing((PaidSeat seat) -> seat.holding().unitAmount()).reversed())
              .toList();
      BigDecimal sum =
          parts.stream()
              .map(seat -> seat.holding().unitAmount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return parts.size() > 1 && sum.compareTo(suite.unitAmount()) > 0
          ? new Needs(inquiry.ladder())
              .afterwards(account, parts, List.of(suite))
              .map(look -> candidate(account, parts, suite))
          : Optional.empty();
    }

    private Candidate candidate(Account account, List<PaidSeat> parts, Holding suite) {
      return Draft.of(inquiry, ABOUT, account)
          .confidence(Confidence.MEDIUM, account)
          .replaces(account, parts.get(0), List.of(suite.id()))
          .removes(account, parts.subList(1, parts.size()))
          .remedy(
              "Assign "
                  + suite.name()
                  + " instead, when the agreement allows the change before the renewal. Then: "
                  + new Remedies(inquiry).removal(account, parts))
          .fact("Instead of", Remedies.names(parts))
          .fact("Contains all of it", suite.name())
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
