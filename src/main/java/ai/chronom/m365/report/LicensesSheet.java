package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.UnitPrice;
import java.util.List;
import java.util.stream.Collectors;

/** Products as a sheet. */
final class LicensesSheet {
  static final List<String> HEADER =
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
  private final String gaps;

  LicensesSheet(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.gaps = Cells.gaps(evaluation);
  }

  List<String> row(SkuLine line) {
    UnitPrice price = line.unitPrice();
    return List.of(
        line.skuId().toString(),
        line.partNumber(),
        line.name(),
        line.kind().word(),
        line.skuClass().word(),
        String.valueOf(line.purchased()),
        String.valueOf(line.assigned()),
        String.valueOf(line.spare()),
        String.valueOf(line.needed()),
        String.valueOf(line.recommended()),
        String.valueOf(line.drop()),
        String.valueOf(line.toBuy()),
        price == null ? "" : Cells.amount(price.amount()),
        evaluation.currency().getCurrencyCode(),
        price == null ? "" : price.origin().word(),
        price == null ? "" : price.source(),
        price == null ? "" : price.validFrom(),
        Cells.amount(line.saving()),
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
