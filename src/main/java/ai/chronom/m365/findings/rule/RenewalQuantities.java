package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.RenewalLine;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.CollectionName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** R02: how many units to order at the renewals that come up. */
public final class RenewalQuantities implements Rule {
  static final About ABOUT =
      new About(
          "R02",
          "Renewal quantities",
          99,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.SUBSCRIPTIONS,
          CollectionName.USERS,
          CollectionName.LEAVE_DATES);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int SOON_DAYS = 90;

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Renewals(inquiry);
  }

  private static final class Renewals implements Inspection {
    private final Inquiry inquiry;
    private boolean unwatched;

    Renewals(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> renew(List<RenewalLine> plan) {
      Map<SkuId, List<RenewalLine>> due = new LinkedHashMap<>();
      for (RenewalLine line : plan) {
        if (due(line)) {
          unwatched |= line.demand().watchedDays() < SOON_DAYS;
          due.computeIfAbsent(line.skuId(), any -> new ArrayList<>()).add(line);
        }
      }
      return due.values().stream()
          .filter(lines -> lines.stream().anyMatch(line -> line.drop() > 0))
          .map(this::candidate)
          .toList();
    }

    private boolean due(RenewalLine line) {
      LocalDate today = LocalDate.ofInstant(inquiry.now(), ZoneOffset.UTC);
      OptionalLong days = line.daysLeft(today);
      return days.isPresent() && days.getAsLong() >= 0 && days.getAsLong() <= SOON_DAYS;
    }

    private Candidate candidate(List<RenewalLine> due) {
      RenewalLine first = due.get(0);
      RenewalLine.Demand demand = first.demand();
      int drop = due.stream().mapToInt(RenewalLine::drop).sum();
      boolean partner = due.stream().anyMatch(line -> line.partner() != null);
      Draft draft =
          new Draft(inquiry, ABOUT, first.skuId().toString(), first.product())
              .advice()
              .units(first.skuId(), drop)
              .remedy(
                  "Act on the findings about seats of this product first, then order "
                      + drop
                      + " fewer. "
                      + (partner
                          ? "It was bought through a partner: ask the partner for it."
                          : "Microsoft 365 admin center > Billing > Your products."));
      for (RenewalLine line : due) {
        draft.fact(
            "Order on " + line.renewsOn() + " (" + line.subscriptionId() + ")",
            line.order() + " instead of " + line.units());
      }
      draft
          .fact("Needed today", String.valueOf(demand.now()))
          .fact("Most needed at once", demand.peak() + " on " + demand.peakOn())
          .fact("Days watched", String.valueOf(demand.watchedDays()))
          .fact("Buffer", String.valueOf(demand.buffer()));
      saving(due).ifPresent(amount -> draft.fact("Saves per month from then on", amount));
      if (demand.joiners() > 0) {
        draft.fact("People about to come", String.valueOf(demand.joiners()));
      }
      if (demand.leavers() > 0) {
        draft.fact("People who leave within 30 days", String.valueOf(demand.leavers()));
      }
      if (demand.minimum() > 0) {
        draft.fact("Minimum by contract", String.valueOf(demand.minimum()));
      }
      return draft.candidate();
    }

    /** At the prices of those days; empty when one is unknown. */
    private static Optional<String> saving(List<RenewalLine> due) {
      if (due.stream().anyMatch(line -> line.saving() == null)) {
        return Optional.empty();
      }
      return due.stream()
          .flatMap(line -> Stream.ofNullable(line.saving()))
          .reduce(Money::plus)
          .map(sum -> sum.amount().toPlainString() + " " + sum.currency().getCurrencyCode());
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = inquiry.purchaseGaps();
      if (!gaps.isEmpty()) {
        return Verdict.notEvaluated(gaps);
      }
      return inquiry.verdict(
          unwatched
              ? List.of(new Gap("not-enough-history", "the peak of the last 90 days"))
              : List.of());
    }
  }
}
