package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.UnitPrice;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Products as a sheet. */
final class LicensesSheet implements Sheet {
  private static final List<String> HEADER =
      List.of(
          "sku_id",
          "part_number",
          "product",
          "kind",
          "counts_as",
          "purchased",
          "assigned",
          "spare",
          "needed",
          "recommended",
          "drop",
          "to_buy",
          "unit_price_per_month",
          "currency",
          "price_origin",
          "price_source",
          "price_valid_from",
          "saving_per_month",
          "renewals",
          "as_of",
          "not_evaluated");

  private final Evaluation evaluation;
  private final LicenseFilter filter;
  private final String gaps;

  LicensesSheet(Evaluation evaluation, LicenseFilter filter) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.gaps = Cells.gaps(evaluation);
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void rows(Consumer<List<? extends @Nullable Object>> out) {
    evaluation.lines().stream().filter(filter::wants).forEach(line -> out.accept(row(line)));
  }

  private List<@Nullable Object> row(SkuLine line) {
    UnitPrice price = line.unitPrice();
    return Arrays.asList(
        line.skuId(),
        line.partNumber(),
        line.name(),
        line.kind().word(),
        line.skuClass().word(),
        line.purchased(),
        line.assigned(),
        line.spare(),
        line.needed(),
        line.recommended(),
        line.drop(),
        line.toBuy(),
        price == null ? null : price.amount().amount(),
        evaluation.currency(),
        price == null ? null : price.origin().word(),
        price == null ? null : price.source(),
        price == null ? null : price.validFrom(),
        Cells.number(line.saving()),
        renewals(line),
        Cells.day(evaluation.takenAt()),
        gaps);
  }

  private static String renewals(SkuLine line) {
    return line.renewals().stream()
        .map(
            renewal ->
                (renewal.date() == null ? "undated" : renewal.date())
                    + ": "
                    + renewal.units()
                    + " "
                    + renewal.status())
        .collect(Collectors.joining("; "));
  }
}
