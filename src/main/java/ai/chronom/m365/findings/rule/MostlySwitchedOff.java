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
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.SubscribedSku;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** R28: a suite most of whose services are switched off for somebody. */
public final class MostlySwitchedOff implements Rule {
  static final About ABOUT =
      new About(
          "R28",
          "Suite mostly switched off",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int MOSTLY_PERCENT = 60;
  private static final int PERCENT = 100;
  private static final Set<String> LARGEST = Set.of("M365-E5", "O365-E5");
  private static final String MAIL_ALONE = "EXCHANGEENTERPRISE";

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Hollow(inquiry);
  }

  private record Hollow(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      return People.working(account)
          ? account.seats().stream()
              .filter(seat -> seat.effective().size() < seat.holding().plans().size())
              .filter(seat -> seat.holding().kind().suite() && !seat.inError())
              .filter(seat -> !Seats.fresh(List.of(seat), inquiry))
              .flatMap(seat -> smaller(account, seat).stream())
              .toList()
          : List.of();
    }

    private Optional<Candidate> smaller(Account account, PaidSeat seat) {
      Set<PlanId> all = inquiry.ladder().material(seat.holding().plans());
      Set<PlanId> on = inquiry.ladder().material(seat.effective());
      int off = all.size() - on.size();
      boolean hollow = !on.isEmpty() && off * PERCENT >= all.size() * MOSTLY_PERCENT;
      return hollow && !kept(seat)
          ? fitting(seat, on)
              .flatMap(
                  target ->
                      new Needs(inquiry.ladder())
                          .afterwards(account, List.of(seat), List.of(target))
                          .map(
                              look ->
                                  seat.direct()
                                      ? candidate(account, seat, target, off, all.size())
                                      : question(account, seat, target)))
          : Optional.empty();
    }

    /** Features that apply to all need the largest suites, however little else is on. */
    private boolean kept(PaidSeat seat) {
      return LARGEST.contains(seat.holding().family())
          && inquiry.thresholds().says(Threshold.COMPLIANCE_FOR_ALL);
    }

    /**
     * What a group switches off for all its members may be a roll-out: one question to the admin.
     */
    private Candidate question(Account account, PaidSeat seat, Holding target) {
      String groups = new Remedies(inquiry).groups(seat);
      return new Draft(
              inquiry,
              ABOUT,
              seat.groupId() + " " + seat.holding().id(),
              seat.holding().name() + " by " + groups)
          .advice()
          .confidence(Confidence.LOW)
          .removes(account, List.of(seat))
          .remedy(
              "Are the services to be switched on later? If not, let the group assign "
                  + target.name()
                  + " instead.")
          .fact("License", seat.holding().name())
          .fact("Group", groups)
          .fact("Enough would be", target.name())
          .candidate();
    }

    private static boolean meantForOthers(Holding holding) {
      return holding.is(SkuTrait.DEVICE)
          || holding.is(SkuTrait.UNATTENDED)
          || holding.is(SkuTrait.COMPANION)
          || holding.kind() == SkuKind.FRONTLINE;
    }

    /** The cheapest product with all that is on: one that is bought, or a mailbox alone. */
    private Optional<Holding> fitting(PaidSeat seat, Set<PlanId> on) {
      Stream<Holding> bought =
          inquiry.holdings().all().stream()
              .filter(holding -> holding.paid() && holding.running())
              .filter(holding -> holding.price().isPresent() && !meantForOthers(holding))
              .filter(
                  holding ->
                      inquiry
                          .ladder()
                          .lost(
                              on,
                              holding.bought().plans().stream()
                                  .map(SubscribedSku.Plan::planId)
                                  .toList())
                          .isEmpty());
      Stream<Holding> mailbox =
          inquiry.ladder().lost(on, inquiry.ladder().named("EXCHANGE_S_ENTERPRISE")).isEmpty()
              ? inquiry.holdings().offer(MAIL_ALONE).stream()
              : Stream.empty();
      return Stream.concat(bought, mailbox)
          .filter(one -> one.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .min(Comparator.comparing(Holding::unitAmount).thenComparing(Holding::id));
    }

    private Candidate candidate(Account account, PaidSeat seat, Holding target, int off, int all) {
      return Draft.of(inquiry, ABOUT, account, seat)
          .confidence(Confidence.MEDIUM, account)
          .replaces(account, seat, List.of(target.id()))
          .remedy(
              "Assign "
                  + target.name()
                  + " instead, unless the services are to be switched on later. "
                  + new Remedies(inquiry).removal(account, List.of(seat)))
          .fact("License", seat.holding().name())
          .fact("Services switched off", off + " of " + all)
          .fact("Enough would be", target.name())
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(List.of());
    }
  }
}
