package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RenewalLine;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to order when purchases renew, as a sheet. */
final class RenewalsSheet implements Sheet {
  private static final List<String> HEADER =
      List.of(
          "renews_on",
          "subscription_id",
          "sku_id",
          "product",
          "term",
          "partner_tenant_id",
          "units",
          "needed_now",
          "needed_peak",
          "peak_on",
          "watched_days",
          "joiners",
          "buffer",
          "minimum",
          "order",
          "drop",
          "price_now_per_month",
          "price_then_per_month",
          "currency",
          "saving_per_month",
          "price_exposure_per_month",
          "stable_units",
          "monthly_premium",
          "as_of",
          "not_evaluated");

  private final Evaluation evaluation;
  private final String gaps;

  RenewalsSheet(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.gaps = Cells.gaps(evaluation);
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void rows(Consumer<List<? extends @Nullable Object>> out) {
    evaluation.renewals().forEach(line -> out.accept(row(line)));
  }

  private List<@Nullable Object> row(RenewalLine line) {
    RenewalLine.Demand demand = line.demand();
    return Arrays.asList(
        line.renewsOn(),
        line.subscriptionId(),
        line.skuId(),
        line.product(),
        line.term().word(),
        line.partner(),
        line.units(),
        demand.now(),
        demand.peak(),
        demand.peakOn(),
        demand.watchedDays(),
        demand.joiners(),
        demand.buffer(),
        demand.minimum(),
        line.order(),
        line.drop(),
        Cells.number(line.priceNow()),
        Cells.number(line.priceThen()),
        evaluation.currency(),
        Cells.number(line.saving()),
        Cells.number(line.exposure()),
        line.stable(),
        Cells.number(line.premium()),
        Cells.day(evaluation.takenAt()),
        gaps);
  }
}
