package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.TableAddress;
import ai.chronom.m365.report.LicenseFilter;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tenant bought, uses and needs, product by product; a few hundred at most. */
@Named
@RequestScoped
public class LicensesPage {
  private static final Comparator<SkuLine> BY_SAVING =
      Comparator.comparing(
          (SkuLine line) -> amount(line.saving()),
          Comparator.nullsFirst(Comparator.naturalOrder()));
  private static final Map<String, Comparator<SkuLine>> ORDERS =
      Map.of(
          "name", Comparator.comparing(SkuLine::name, String.CASE_INSENSITIVE_ORDER),
          "purchased", Comparator.comparingInt(SkuLine::purchased),
          "assigned", Comparator.comparingInt(SkuLine::assigned),
          "needed", Comparator.comparingInt(SkuLine::needed),
          "recommended", Comparator.comparingInt(SkuLine::recommended),
          "drop", Comparator.comparingInt(SkuLine::drop),
          "price",
              Comparator.comparing(
                  LicensesPage::price, Comparator.nullsFirst(Comparator.naturalOrder())),
          "saving", BY_SAVING);
  private static final List<String> COLUMNS =
      List.of(
          "purchased", "assigned", "needed", "recommended", "drop", "price", "saving", "renewal");
  private static final TableAddress.Shape SHAPE =
      new TableAddress.Shape(
          List.of("search", "unused"), List.copyOf(ORDERS.keySet()), COLUMNS, COLUMNS);

  @Inject AddressedTenant addressed;
  @Inject Evaluations evaluations;

  @SuppressWarnings("NullAway.Init")
  private TableAddress table;

  private LicenseFilter filter = LicenseFilter.ALL;
  private @Nullable Optional<Evaluation> evaluation;

  @PostConstruct
  void read() {
    table = TableAddress.ofRequest(addressed.address("/licenses"), SHAPE);
  }

  /** Throws a {@link Problem} when the address asks for what there is not. */
  public void load() {
    LicensesQuery query = new LicensesQuery();
    query.search = table.value("search");
    query.unused = table.value("unused");
    filter = query.filter();
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  private static @Nullable BigDecimal price(SkuLine line) {
    UnitPrice price = line.unitPrice();
    return price == null ? null : price.amount().amount();
  }

  public TableAddress getTable() {
    return table;
  }

  public boolean isEvaluated() {
    return latest().isPresent();
  }

  /** The largest saving first, when nobody chose; empty until the first evaluation. */
  public List<SkuLine> getLines() {
    return latest().stream()
        .flatMap(found -> found.lines().stream())
        .filter(filter::wants)
        .sorted(order().thenComparing(SkuLine::name))
        .toList();
  }

  private Comparator<SkuLine> order() {
    Comparator<SkuLine> chosen = ORDERS.get(table.sortedBy());
    if (chosen == null) {
      return BY_SAVING.reversed();
    }
    return table.descending() ? chosen.reversed() : chosen;
  }

  public String getCurrency() {
    return latest().map(found -> found.currency().getCurrencyCode()).orElse("");
  }

  private Optional<Evaluation> latest() {
    if (evaluation == null) {
      evaluation = evaluations.latest(addressed.id());
    }
    return evaluation;
  }
}
