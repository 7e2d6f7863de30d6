package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.SkuSetting;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Products that rules leave alone, and how many spare units each may keep. */
@Named
@RequestScoped
public class ProductsForm {
  @Inject AddressedTenant addressed;
  @Inject Evaluations evaluations;
  @Inject ProductTable products;
  @Inject SettingsBook settings;
  @Inject Settling settling;
  @Inject Caller caller;

  private final Rows<ProductLine> rows = new Rows<>((page, order) -> Listing.of(lines(), page));
  private @Nullable List<ProductLine> lines;
  private boolean excluded;
  private @Nullable String buffer;
  private @Nullable String minimum;

  @PostConstruct
  void read() {
    ProductLine line = getChosen();
    if (line != null) {
      excluded = line.setting().excluded();
      buffer = text(line.setting().buffer());
      minimum = text(line.setting().minimum());
    }
  }

  private static @Nullable String text(@Nullable Integer units) {
    return units == null ? null : units.toString();
  }

  public Rows<ProductLine> getProducts() {
    return rows;
  }

  private List<ProductLine> lines() {
    if (lines == null) {
      lines =
          ProductLine.all(
              evaluations.latest(addressed.id()),
              settings.skus(addressed.id()),
              settings.of(addressed.id()),
              products.catalog());
    }
    return lines;
  }

  /** The one that the address names; null when it names none. */
  public @Nullable ProductLine getChosen() {
    String asked = Faces.getRequestParameter("product");
    if (asked == null || asked.isBlank()) {
      return null;
    }
    SkuId sku = PriceForm.sku(asked);
    return lines().stream()
        .filter(line -> line.setting().skuId().equals(sku))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("The product"));
  }

  public void save() {
    caller.requireAdmin();
    ProductLine line =
        Optional.ofNullable(getChosen()).orElseThrow(() -> Problem.notFound("The product"));
    SkuSetting wanted =
        new SkuSetting(
            line.setting().skuId(), excluded, number("buffer", buffer), number("minimum", minimum));
    settling.decide(addressed.id(), wanted, caller.actor());
    Told.on(
        addressed.address("/settings"), Texts.of("findings_products.message.saved", line.name()));
  }

  private static @Nullable Integer number(String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(given.strip());
    } catch (NumberFormatException e) {
      throw Problem.invalid(field, "A whole number is expected.");
    }
  }

  public boolean isExcluded() {
    return excluded;
  }

  public void setExcluded(boolean excluded) {
    this.excluded = excluded;
  }

  public @Nullable String getBuffer() {
    return buffer;
  }

  public void setBuffer(@Nullable String buffer) {
    this.buffer = buffer;
  }

  public @Nullable String getMinimum() {
    return minimum;
  }

  public void setMinimum(@Nullable String minimum) {
    this.minimum = minimum;
  }
}
