package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.tenant.Tenant;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What licenses cost in the month of the scan, in the columns of the FinOps Foundation's FOCUS 1.2
 * for SaaS: one row per product and department, and one for the seats that nobody has. The amounts
 * are those of the price book, not of an invoice; columns of our own begin with {@code x_}.
 */
final class CostsSheet implements Sheet {
  private static final List<String> HEADER =
      List.of(
          "BilledCost",
          "BillingAccountId",
          "BillingAccountName",
          "BillingCurrency",
          "BillingPeriodEnd",
          "BillingPeriodStart",
          "ChargeCategory",
          "ChargeClass",
          "ChargeDescription",
          "ChargeFrequency",
          "ChargePeriodEnd",
          "ChargePeriodStart",
          "ContractedCost",
          "ContractedUnitPrice",
          "EffectiveCost",
          "InvoiceIssuerName",
          "ListCost",
          "ListUnitPrice",
          "PricingCategory",
          "PricingQuantity",
          "PricingUnit",
          "ProviderName",
          "PublisherName",
          "ServiceCategory",
          "ServiceName",
          "ServiceSubcategory",
          "SkuId",
          "SkuMeter",
          "SubAccountId",
          "SubAccountName",
          "Tags",
          "x_SkuPartNumber",
          "x_SeatState",
          "x_PriceOrigin",
          "x_PriceSource",
          "x_AsOf",
          "x_NotEvaluated");

  private static final String MICROSOFT = "Microsoft";

  private final Tenant tenant;
  private final Evaluation evaluation;
  private final Snapshot snapshot;
  private final String gaps;
  private final Instant from;
  private final Instant to;

  CostsSheet(Tenant tenant, Evaluation evaluation, Snapshot snapshot) {
    this.tenant = tenant;
    this.evaluation = evaluation;
    this.snapshot = snapshot;
    this.gaps = Cells.gaps(evaluation);
    LocalDate month = LocalDate.ofInstant(evaluation.takenAt(), ZoneOffset.UTC).withDayOfMonth(1);
    this.from = month.atStartOfDay().toInstant(ZoneOffset.UTC);
    this.to = month.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public boolean forPeople() {
    return false;
  }

  @Override
  public void rows(Consumer<List<? extends @Nullable Object>> out) {
    Map<SkuId, Map<String, Integer>> seats = new HashMap<>();
    snapshot.users().forEachLicensed(user -> count(user, seats));
    for (SkuLine line : evaluation.lines()) {
      UnitPrice price = line.unitPrice();
      if (price != null && costs(line.skuClass())) {
        rows(line, price, seats.getOrDefault(line.skuId(), Map.of()), out);
      }
    }
  }

  private static boolean costs(SkuClass skuClass) {
    return skuClass == SkuClass.PAID || skuClass == SkuClass.EXCLUDED;
  }

  private static void count(ScannedUser user, Map<SkuId, Map<String, Integer>> seats) {
    String department = Objects.requireNonNullElse(user.department(), "").strip();
    user.seats()
        .forEach(
            seat ->
                seats
                    .computeIfAbsent(seat.skuId(), any -> new TreeMap<>())
                    .merge(department, 1, Integer::sum));
  }

  /** The rows of a product sum up to what was bought of it. */
  private void rows(
      SkuLine line,
      UnitPrice price,
      Map<String, Integer> departments,
      Consumer<List<? extends @Nullable Object>> out) {
    int rest = line.purchased();
    for (Map.Entry<String, Integer> one : departments.entrySet()) {
      out.accept(row(line, price, one.getValue(), "assigned", one.getKey()));
      rest -= one.getValue();
    }
    if (rest != 0) {
      out.accept(row(line, price, rest, rest > 0 ? "unassigned" : "beyond-purchase", ""));
    }
  }

  private List<@Nullable Object> row(
      SkuLine line, UnitPrice price, int quantity, String state, String department) {
    BigDecimal unit = price.amount().amount();
    BigDecimal cost = unit.multiply(BigDecimal.valueOf(quantity));
    boolean listed = price.origin() == PriceOrigin.BUILT_IN;
    return Arrays.asList(
        cost,
        tenant.id(),
        tenant.name(),
        evaluation.currency(),
        to,
        from,
        "Purchase",
        null,
        line.name() + ", seats " + state + ": " + quantity,
        "Recurring",
        to,
        from,
        cost,
        unit,
        cost,
        MICROSOFT,
        listed ? cost : null,
        listed ? unit : null,
        "Standard",
        quantity,
        "Seats",
        MICROSOFT,
        MICROSOFT,
        "Business Applications",
        "Microsoft 365",
        "Productivity and Collaboration",
        line.skuId(),
        "Seats",
        department.isEmpty() ? null : department,
        department.isEmpty() ? null : department,
        tags(department),
        line.partNumber(),
        state,
        price.origin().word(),
        price.source(),
        Cells.day(evaluation.takenAt()),
        gaps);
  }

  private static String tags(String department) {
    return department.isEmpty()
        ? "{}"
        : Json.createObjectBuilder().add("department", department).build().toString();
  }
}
