package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Subscription;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** R24: trials that end soon: some stop, some begin to cost. */
public final class EndingTrials implements Rule {
  static final About ABOUT =
      new About(
          "R24",
          "Trial about to end",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int SOON_DAYS = 30;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Trials(inquiry);
  }

  private record Trials(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      return inquiry.holdings().all().stream()
          .filter(
              holding ->
                  holding.skuClass() == SkuClass.TRIAL || holding.skuClass() == SkuClass.PAID)
          .filter(holding -> !holding.bought().partNumber().contains("VIRAL"))
          .flatMap(
              holding ->
                  holding.subscriptions().stream()
                      .filter(this::endsSoon)
                      .map(one -> candidate(holding, one)))
          .toList();
    }

    private boolean endsSoon(Subscription one) {
      Instant end = one.nextLifecycle();
      return one.trial()
          && one.status().equals("Enabled")
          && end != null
          && !end.isBefore(inquiry.now())
          && !end.isAfter(inquiry.now().plus(Duration.ofDays(SOON_DAYS)));
    }

    private Candidate candidate(Holding holding, Subscription trial) {
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id() + " " + trial.subscriptionId(), holding.name())
              .advice()
              .remedy(
                  "Decide before the day: a trial with a payment method turns into a purchase, one"
                      + " without takes the service away. "
                      + (holding.paid()
                          ? "The same product is bought too: assign its spare units instead."
                          : "Switch recurring billing off when nobody wants it."))
              .fact("Units", String.valueOf(trial.totalLicenses()))
              .fact("In use", String.valueOf(holding.bought().consumedUnits()));
      draft.evidence().day("Ends", trial.nextLifecycle());
      holding
          .price()
          .ifPresent(
              price ->
                  draft.fact(
                      "Would cost per month",
                      price
                              .amount()
                              .amount()
                              .multiply(BigDecimal.valueOf(trial.totalLicenses()))
                              .toPlainString()
                          + " "
                          + price.amount().currency().getCurrencyCode()));
      return draft.candidate();
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>(inquiry.purchaseGaps());
      return gaps.isEmpty() ? Verdict.missing(inquiry.productGaps()) : Verdict.notEvaluated(gaps);
    }
  }
}
