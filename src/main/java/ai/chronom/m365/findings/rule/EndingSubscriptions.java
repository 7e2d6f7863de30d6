package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** R23: products whose subscription has lapsed, and who would lose them. */
public final class EndingSubscriptions implements Rule {
  static final About ABOUT =
      new About(
          "R23",
          "Subscription in grace, suspended or locked",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final Set<String> ENDING = Set.of("Warning", "Suspended", "LockedOut", "Deleted");

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Ending(inquiry);
  }

  private record Ending(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> plan(List<SkuLine> lines) {
      return lines.stream()
          .flatMap(
              line ->
                  inquiry.holdings().find(line.skuId()).stream()
                      .filter(holding -> holding.paid() && ending(holding))
                      .map(holding -> candidate(holding, line)))
          .toList();
    }

    private static boolean ending(Holding holding) {
      SubscribedSku bought = holding.bought();
      return bought.warningUnits() + bought.suspendedUnits() + bought.lockedOutUnits() > 0
          || ENDING.contains(bought.capabilityStatus());
    }

    private Candidate candidate(Holding holding, SkuLine line) {
      SubscribedSku bought = holding.bought();
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .advice()
              .remedy(remedy(bought, line))
              .fact("Status", bought.capabilityStatus())
              .fact("Usable units", String.valueOf(bought.enabledUnits()))
              .fact("Units in grace", String.valueOf(bought.warningUnits()))
              .fact(
                  "Units suspended or locked",
                  bought.suspendedUnits() + bought.lockedOutUnits() + "")
              .fact("In use", String.valueOf(bought.consumedUnits()));
      holding.subscriptions().stream()
          .filter(one -> ENDING.contains(one.status()))
          .map(Subscription::nextLifecycle)
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .ifPresent(date -> draft.evidence().day("Next change", date));
      return draft.candidate();
    }

    private static String remedy(SubscribedSku bought, SkuLine line) {
      if (bought.consumedUnits() <= bought.enabledUnits()) {
        return "Enough usable units remain: let the others lapse.";
      }
      return line.needed() <= bought.enabledUnits()
          ? "Other findings free enough of these seats: act on them, then let it lapse."
          : "Renew it, or its users lose the service: Microsoft 365 admin center > Billing > Your"
              + " products.";
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = inquiry.productGaps();
      return inquiry.snapshot().skus().isEmpty() && !gaps.isEmpty()
          ? Verdict.notEvaluated(gaps)
          : Verdict.missing(gaps);
    }
  }
}
