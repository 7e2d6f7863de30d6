package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Subscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** R32: what a renewal will cost more, once the new price applies. */
public final class PriceChanges implements Rule {
  static final About ABOUT =
      new About(
          "R32",
          "Price change at renewal",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Changes(inquiry);
  }

  private record Changes(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> conclude() {
      return inquiry.holdings().all().stream()
          .filter(Holding::paid)
          .flatMap(
              holding ->
                  holding.subscriptions().stream()
                      .filter(one -> !one.trial() && one.status().equals("Enabled"))
                      .flatMap(one -> change(holding, one).stream()))
          .toList();
    }

    private Optional<Candidate> change(Holding holding, Subscription one) {
      Instant next = one.nextLifecycle();
      if (next == null || next.isBefore(inquiry.now()) || holding.price().isEmpty()) {
        return Optional.empty();
      }
      LocalDate day = LocalDate.ofInstant(next, ZoneOffset.UTC);
      BigDecimal before = holding.unitAmount();
      return inquiry
          .holdings()
          .price(holding.id(), day)
          .map(price -> price.amount().amount())
          .filter(after -> after.compareTo(before) != 0)
          .map(after -> candidate(holding, one, day, after));
    }

    private Candidate candidate(
        Holding holding, Subscription one, LocalDate day, BigDecimal after) {
      BigDecimal more =
          after.subtract(holding.unitAmount()).multiply(BigDecimal.valueOf(one.totalLicenses()));
      String currency = inquiry.holdings().currency().getCurrencyCode();
      return new Draft(inquiry, ABOUT, holding.id() + " " + one.subscriptionId(), holding.name())
          .advice()
          .remedy(
              more.signum() > 0
                  ? "Act on the findings about this product before the renewal: each unit less saves"
                      + " the new price."
                  : "The price falls: nothing to do.")
          .fact("Renews on", day.toString())
          .fact("Price now", holding.unitAmount().toPlainString() + " " + currency)
          .fact("Price then", after.toPlainString() + " " + currency)
          .fact("Units", String.valueOf(one.totalLicenses()))
          .fact("More per month", more.toPlainString() + " " + currency)
          .candidate();
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = inquiry.purchaseGaps();
      return gaps.isEmpty() ? Verdict.missing(inquiry.productGaps()) : Verdict.notEvaluated(gaps);
    }
  }
}
