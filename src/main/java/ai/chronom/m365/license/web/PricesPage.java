package ai.chronom.m365.license.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.PriceListFile;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The price book: what each product costs and who says so. */
@Named
@RequestScoped
public class PricesPage {
  private static final String ADDRESS = "/settings/prices";

  @Inject Prices prices;
  @Inject ProductTable products;
  @Inject Caller caller;
  @Inject Clock clock;

  private final Rows<PriceLine> rows =
      new Rows<>((page, order) -> Listing.of(matching(getSearch()), page));

  private @Nullable List<PriceLine> all;
  private @Nullable String amount;
  private @Nullable String currency;
  private @Nullable String validFrom;
  private @Nullable String source;
  private @Nullable Part file;

  public Rows<PriceLine> getPrices() {
    return rows;
  }

  /** Part of a name or part number; empty for all. */
  public String getSearch() {
    return Optional.ofNullable(Faces.getRequestParameter("search")).orElse("").strip();
  }

  /** Whose prices are shown, as the address says; commercial ones when it says nothing. */
  public Segment getSegment() {
    return PriceForm.segment(Faces.getRequestParameter("segment"));
  }

  public List<Segment> getSegments() {
    return List.of(Segment.values());
  }

  /** Without the product that was open. */
  public String address() {
    return ADDRESS + "?segment=" + getSegment().word();
  }

  private List<StatedPrice> stated() {
    return prices.all().stream().filter(price -> price.segment() == getSegment()).toList();
  }

  private List<PriceLine> matching(String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return lines().stream()
        .filter(
            line ->
                (line.name() + " " + line.partNumber()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private List<PriceLine> lines() {
    if (all == null) {
      all = PriceLine.all(book(), stated(), products.catalog(), LocalDate.now(clock));
    }
    return all;
  }

  /** The one that the address names; null when it names none. */
  public @Nullable PriceLine getChosen() {
    String asked = Faces.getRequestParameter("product");
    if (asked == null || asked.isBlank()) {
      return null;
    }
    SkuId sku = PriceForm.sku(asked);
    return lines().stream()
        .filter(line -> line.skuId().equals(sku))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("The product"));
  }

  public void save() {
    caller.requireOperatorOfAll();
    PriceLine line = required();
    PriceForm form =
        new PriceForm(
            line.skuId().toString(), amount, currency, validFrom, source, getSegment().word());
    prices.state(form.entered(caller.actor(), clock.instant()), caller.actor());
    Told.on(address(), Texts.of("license_prices.message.saved", line.name()));
  }

  /** The imported or the list price holds again. */
  public void forget() {
    caller.requireOperatorOfAll();
    PriceLine line = required();
    prices.forget(line.skuId(), getSegment(), caller.actor());
    Told.on(address(), Texts.of("license_prices.message.forgotten", line.name()));
  }

  public boolean isEntered() {
    PriceLine line = getChosen();
    return line != null && line.origin() == PriceOrigin.ENTERED;
  }

  private PriceLine required() {
    return Optional.ofNullable(getChosen()).orElseThrow(() -> Problem.notFound("The product"));
  }

  public void importList() throws IOException {
    caller.requireOperatorOfAll();
    if (file == null || file.getSize() == 0) {
      throw Problem.invalid("file", Texts.of("license_prices.message.error.no_file"));
    }
    try (InputStream content = file.getInputStream()) {
      List<StatedPrice> list = PriceListFile.read(content, caller.actor(), clock.instant());
      prices.importList(list, caller.actor());
      Told.on(ADDRESS, Texts.of("license_prices.message.imported", list.size()));
    }
  }

  public @Nullable String getAmount() {
    PriceLine line = amount == null ? getChosen() : null;
    return line == null || line.price() == null ? amount : line.price().amount().toPlainString();
  }

  public void setAmount(@Nullable String amount) {
    this.amount = amount == null ? "" : amount;
  }

  public @Nullable String getCurrency() {
    return currency == null ? book().currency().getCurrencyCode() : currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = currency;
  }

  private PriceBook book() {
    return prices.book(getSegment());
  }

  public @Nullable String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(@Nullable String validFrom) {
    this.validFrom = validFrom;
  }

  public @Nullable String getSource() {
    return source;
  }

  public void setSource(@Nullable String source) {
    this.source = source;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}
