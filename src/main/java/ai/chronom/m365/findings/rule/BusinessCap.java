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
import ai.chronom.m365.scan.Activation;
import ai.chronom.m365.scan.CollectionName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private static final int GROWTH_PERCENT = 5;
  private static final int PERCENT = 100;
  private static final int MONTH_DAYS = 30;
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
      return suiteHolders > LIMIT || growing()
          ? List.of()
          : movable(account).stream().flatMap(seat -> move(account, seat).stream()).toList();
    }

    /** Who grows fast is over the limit before the move pays. */
    private boolean growing() {
      LocalDate day = LocalDate.ofInstant(inquiry.now(), ZoneOffset.UTC).minusDays(MONTH_DAYS);
      int now = 0;
      int before = 0;
      for (Holding holding : inquiry.holdings().all()) {
        OptionalInt then = inquiry.history().needed(holding.id(), day);
        if (holding.paid() && holding.kind().suite() && then.isPresent()) {
          now += holding.bought().consumedUnits();
          before += then.getAsInt();
        }
      }
      return (now - before) * PERCENT > before * GROWTH_PERCENT;
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
          .flatMap(
              plan ->
                  new Needs(inquiry.ladder())
                      .afterwards(account, List.of(seat), List.of(plan))
                      .map(look -> move(account, seat, plan, look)));
    }

    private Candidate move(Account account, PaidSeat seat, Holding plan, List<String> look) {
      return Draft.of(inquiry, ABOUT, account, seat)
          .confidence(Confidence.MEDIUM, account)
          .replaces(account, seat, List.of(plan.id()))
          .remedy("Assign " + plan.name() + " instead: the whole tenant has room in it.")
          .look(look)
          .blocker("Check for features that only enterprise plans have, such as VDI.")
          .fact("From", seat.holding().name())
          .fact("To", plan.name())
          .fact("People with a suite", suiteHolders + " of at most " + LIMIT)
          .candidate();
    }

    @Override
    public List<Candidate> conclude() {
      List<Holding> capped =
          inquiry.holdings().all().stream()
              .filter(holding -> holding.known().filter(sku -> sku.seatCap() == LIMIT).isPresent())
              .filter(holding -> holding.paid() && holding.bought().enabledUnits() > 0)
              .toList();
      if (inquiry.thresholds().says(Threshold.BUSINESS_LIMIT_TOGETHER)) {
        int all = capped.stream().mapToInt(holding -> holding.bought().enabledUnits()).sum();
        return all >= warning()
            ? List.of(limit("business-plans", "All business plans together", all))
            : List.of();
      }
      return capped.stream()
          .filter(holding -> holding.bought().enabledUnits() >= warning())
          .map(
              holding ->
                  limit(holding.id().toString(), holding.name(), holding.bought().enabledUnits()))
          .toList();
    }

    private int warning() {
      return inquiry.thresholds().of(Threshold.CAP_WARNING_SEATS);
    }

    private Candidate limit(String key, String subject, int units) {
      return new Draft(inquiry, ABOUT, key, subject)
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
