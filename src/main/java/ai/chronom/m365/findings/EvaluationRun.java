package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.UserTraces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules over one snapshot, each account visited once. What is kept grows with the waste found,
 * not with the accounts seen.
 */
final class EvaluationRun {
  private final Inquiry inquiry;
  private final RuleBook rules;
  private final Map<Rule, Inspection> inspections = new LinkedHashMap<>();
  private final IdentityClasses classes;
  private final ClaimLedger ledger;
  private final Map<Subject, Gathered> gathered = new LinkedHashMap<>();
  private final PackedFindings packed = new PackedFindings();
  private final RuleTally tally = new RuleTally();
  private final List<Account> undecided = new ArrayList<>();
  private final Joiners joiners;
  private final Leavers leavers;
  private LongConsumer visited = seen -> {};
  private boolean keeping = true;
  private long accounts;

  EvaluationRun(Inquiry inquiry, RuleBook rules, Predicate<Candidate> dismissed) {
    this.inquiry = inquiry;
    this.rules = rules;
    this.classes = new IdentityClasses(inquiry);
    this.ledger = new ClaimLedger(inquiry.holdings(), dismissed);
    this.joiners = new Joiners(inquiry);
    this.leavers = new Leavers(inquiry);
    rules.rules().forEach(rule -> inspections.put(rule, rule.inspect(inquiry)));
  }

  /**
   * Without the findings, which are most of what an evaluation needs room for.
   *
   * @param watch is told how many accounts were seen, and ends the run by an exception
   */
  Evaluation headline(Instant evaluatedAt, LongConsumer watch) {
    keeping = false;
    visited = watch;
    return evaluate(evaluatedAt).evaluation();
  }

  EvaluationOutcome evaluate(Instant evaluatedAt) {
    inquiry.snapshot().users().forEachTraced(this::visit);
    undecided.forEach(account -> settle(account.as(classes.finallyOf(account))));
    List<Settlement> concluded =
        ledger.settle(
            inspections.values().stream()
                .flatMap(inspection -> inspection.conclude().stream())
                .toList());
    Headline headline = new Headline(inquiry, ledger.moves(), keptSpare(concluded));
    gathered.values().forEach(one -> keep(one.settlement()));
    concluded.forEach(one -> keep(withUnits(one, headline)));
    List<SkuLine> lines = headline.lines();
    List<RenewalLine> renewals =
        new RenewalPlan(inquiry, joiners.needs(), leavers.seats()).of(lines);
    planned(lines, renewals).forEach(one -> keep(withUnits(one, headline)));
    Evaluation evaluation =
        new Evaluation(
            inquiry.snapshot().scanId(),
            inquiry.now(),
            evaluatedAt,
            inquiry.holdings().currency(),
            headline.money(headline.monthly()),
            headline.money(headline.review()),
            headline.dated(),
            accounts,
            results(headline),
            lines,
            renewals);
    return new EvaluationOutcome(evaluation, packed, conclusive(evaluation.rules()));
  }

  private void keep(Settlement settlement) {
    tally.add(settlement);
    if (keeping) {
      packed.add(settlement);
    }
  }

  private List<Settlement> planned(List<SkuLine> lines, List<RenewalLine> renewals) {
    return ledger.settle(
        inspections.values().stream()
            .flatMap(
                inspection ->
                    Stream.concat(
                        inspection.plan(lines).stream(), inspection.renew(renewals).stream()))
            .toList());
  }

  private void visit(ScannedUser user, UserTraces traces) {
    accounts++;
    visited.accept(accounts);
    classes.notice(user, traces);
    Account account = Account.of(user, traces, inquiry, classes);
    joiners.notice(account);
    boolean ready = classes.sure(account);
    for (Inspection inspection : inspections.values()) {
      inspection.notice(account);
      ready &= inspection.ready(account);
    }
    if (ready) {
      settle(account);
    } else {
      undecided.add(account);
    }
  }

  private void settle(Account account) {
    List<Candidate> found = new ArrayList<>();
    for (Inspection inspection : inspections.values()) {
      found.addAll(inspection.judge(account));
    }
    for (Inspection inspection : inspections.values()) {
      inspection.hear(account, found);
    }
    leavers.hear(account, found);
    if (!found.isEmpty()) {
      keep(account, ledger.settle(found));
    }
  }

  /** Findings about several accounts come in parts, one per account; others are complete. */
  private void keep(Account account, List<Settlement> settled) {
    Map<Subject, Gathered> own = new LinkedHashMap<>();
    for (Settlement part : settled) {
      Map<Subject, Gathered> all = ofOne(account, part.candidate()) ? own : gathered;
      all.computeIfAbsent(Subject.of(part.candidate()), any -> new Gathered(part))
          .seats
          .addAll(part.seats());
    }
    own.values().forEach(one -> keep(one.settlement()));
  }

  private static boolean ofOne(Account account, Candidate candidate) {
    String id = account.user().id();
    String key = candidate.key();
    return key.startsWith(id) && (key.length() == id.length() || key.charAt(id.length()) == ' ');
  }

  private static Set<SkuId> keptSpare(List<Settlement> concluded) {
    return concluded.stream()
        .filter(Settlement::dismissed)
        .filter(one -> one.candidate().weight() == Candidate.Weight.CLAIM)
        .flatMap(one -> Stream.ofNullable(one.candidate().units()))
        .map(Candidate.SpareUnits::skuId)
        .collect(Collectors.toSet());
  }

  private static Settlement withUnits(Settlement settlement, Headline headline) {
    Candidate.SpareUnits units = settlement.candidate().units();
    if (units == null) {
      return settlement;
    }
    if (settlement.candidate().weight() == Candidate.Weight.ADVICE) {
      return settlement.ofUnits(headline.gross(units), BigDecimal.ZERO);
    }
    BigDecimal pool = headline.pool(units.skuId());
    return settlement.ofUnits(headline.gross(units), settlement.dismissed() ? null : pool);
  }

  private List<RuleResult> results(Headline headline) {
    List<RuleResult> results = new ArrayList<>();
    inspections.forEach(
        (rule, inspection) -> {
          Verdict verdict = inspection.verdict();
          RuleId id = rule.about().id();
          results.add(
              new RuleResult(
                  id,
                  rule.about().title(),
                  verdict.state(),
                  Gap.words(verdict.gaps()),
                  tally.open(id),
                  headline.money(tally.net(id))));
        });
    for (RuleBook.MissingRule one : rules.missing()) {
      results.add(
          new RuleResult(
              one.id(),
              one.title(),
              RuleState.NOT_EVALUATED,
              Gap.words(List.of(one.gap())),
              0,
              headline.money(BigDecimal.ZERO)));
    }
    return results.stream().sorted(Comparator.comparing(RuleResult::id)).toList();
  }

  /** An incomplete list of accounts or products proves nobody's absence. */
  private Set<RuleId> conclusive(List<RuleResult> results) {
    return results.stream()
        .filter(result -> result.state() != RuleState.NOT_EVALUATED)
        .filter(result -> inquiry.directoryGaps().isEmpty())
        .map(RuleResult::id)
        .collect(Collectors.toSet());
  }

  /** What a finding is about, over all accounts. */
  private record Subject(RuleId rule, String key) {
    static Subject of(Candidate candidate) {
      return new Subject(candidate.about().id(), candidate.key());
    }
  }

  /** A finding that still grows. */
  private static final class Gathered {
    private final Candidate candidate;
    private final boolean dismissed;
    private final List<Settlement.SettledSeat> seats;

    Gathered(Settlement first) {
      this.candidate = first.candidate();
      this.dismissed = first.dismissed();
      this.seats = new ArrayList<>(first.seats().size());
    }

    Settlement settlement() {
      return Settlement.of(candidate, dismissed, seats);
    }
  }
}
