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
import ai.chronom.m365.scan.Activation;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** R12: business plans and their limit of 300 seats, and who could move to them. */
public final class BusinessCap implements Rule {
  static final About ABOUT =
      new About(
          "R12",
          "Business plans and their limit of 300",
          8,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_MAILBOXES,
          CollectionName.REPORT_ACTIVATIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int LIMIT = 300;
  private static final int WARNING = 285;
  private static final Set<String> ENTERPRISE = Set.of("M365-E3", "O365-E3");

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Cap(inquiry);
  }

  private static final class Cap implements Inspection {
    private final Inquiry inquiry;
    private int suiteHolders;

    Cap(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public void notice(Account account) {
      if (account.seats().stream().anyMatch(seat -> seat.holding().kind().suite())) {
        suiteHolders++;
      }
    }

    /** At most 300 accounts wait: one more, and nobody can move. */
    @Override
    public boolean ready(Account account) {
      return suiteHolders > LIMIT || movable(account).isEmpty();
    }

    @Override
    public List<Candidate> judge(Account account) {
      return suiteHolders > LIMIT
          ? List.of()
          : movable(account).stream().flatMap(seat -> move(account, seat).stream()).toList();
    }

    private List<PaidSeat> movable(Account account) {
      MailboxState mailbox = MailboxState.of(account, inquiry);
      boolean shared =
          account.traces().activations().stream().anyMatch(Activation::onSharedComputer);
      boolean fits =
          mailbox.known() && !mailbox.hold() && !mailbox.atLeast(50 * MailboxState.GIGABYTE + 1);
      return People.working(account) && fits && mailbox.bytes() != null && !shared
          ? People.settled(
              account, inquiry, inquiry.thresholds().graceDays(), ENTERPRISE.toArray(String[]::new))
          : List.of();
    }

    private Optional<Candidate> move(Account account, PaidSeat seat) {
      return inquiry
          .holdings()
          .offer("SPB")
          .filter(plan -> plan.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .map(
              plan ->
                  Draft.of(inquiry, ABOUT, account, seat)
                      .confidence(Confidence.MEDIUM, account)
                      .replaces(account, seat, List.of(plan.id()))
                      .remedy(
                          "Assign " + plan.name() + " instead: the whole tenant has room in it.")
                      .blocker("Check for features that only enterprise plans have, such as VDI.")
                      .fact("From", seat.holding().name())
                      .fact("To", plan.name())
                      .fact("People with a suite", suiteHolders + " of at most " + LIMIT)
                      .candidate());
    }

    @Override
    public List<Candidate> conclude() {
      return inquiry.holdings().all().stream()
          .filter(holding -> holding.known().filter(sku -> sku.seatCap() == LIMIT).isPresent())
          .filter(holding -> holding.paid() && holding.bought().enabledUnits() >= WARNING)
          .map(this::limit)
          .toList();
    }

    private Candidate limit(Holding holding) {
      int units = holding.bought().enabledUnits();
      return new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
          .advice()
          .remedy(
              units > LIMIT
                  ? "A business plan may have at most 300 seats: move the others to an enterprise"
                      + " plan."
                  : "The limit of 300 seats is near: plan who gets an enterprise plan next.")
          .fact("Bought", String.valueOf(units))
          .fact("Limit", String.valueOf(LIMIT))
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.verdict(
          inquiry
              .sources()
              .gaps(CollectionName.REPORT_MAILBOXES, CollectionName.REPORT_ACTIVATIONS));
    }
  }
}
