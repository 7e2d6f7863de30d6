package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final SkuId E3 = SkuId.of("05e9a617-0261-4cee-bb44-138d3ef5d965");
  private static final SkuId E5 = SkuId.of("06ebc4ee-1bb5-47dd-8120-11324bc54e06");
  private static final SkuId UNKNOWN = SkuId.of("00000000-0000-4000-8000-000000000001");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static StatedPrice stated(
      SkuId sku, String amount, String currency, PriceOrigin origin, String from) {
    return new StatedPrice(
        sku,
        Money.of(amount, currency),
        LocalDate.parse(from),
        origin,
        "contract",
        "ann",
        Instant.EPOCH);
  }

  private static PriceBook book(StatedPrice... stated) {
    return new PriceBook(SkuCatalog.builtIn(), List.of(stated));
  }

  @Test
  void knowsTheListPriceWithItsSource() {
    UnitPrice price = book().price(E3, TODAY).orElseThrow();
    assertThat(price.amount().amount()).isEqualByComparingTo("39");
    assertThat(price.origin()).isEqualTo(PriceOrigin.BUILT_IN);
    assertThat(price.validFrom()).isEqualTo("2026-07-01");
  }

  @Test
  void neverMakesAPriceUp() {
    assertThat(book().price(UNKNOWN, TODAY)).isEmpty();
  }

  @Test
  void enteredOutranksImportedAndImportedTheList() {
    StatedPrice imported = stated(E3, "33", "USD", PriceOrigin.IMPORTED, "2026-10-01");
    StatedPrice entered = stated(E3, "31", "USD", PriceOrigin.ENTERED, "2026-01-01");
    assertThat(book(imported).price(E3, TODAY).orElseThrow().amount())
        .isEqualTo(Money.of("33", "USD"));
    assertThat(book(imported, entered).price(E3, TODAY).orElseThrow().amount())
        .isEqualTo(Money.of("31", "USD"));
  }

  @Test
  void aPriceHoldsFromItsDayOn() {
    PriceBook book =
        book(
            stated(E3, "31", "USD", PriceOrigin.ENTERED, "2026-01-01"),
            stated(E3, "35", "USD", PriceOrigin.ENTERED, "2026-11-24"));
    assertThat(book.price(E3, TODAY).orElseThrow().amount()).isEqualTo(Money.of("31", "USD"));
    assertThat(book.price(E3, TODAY.plusDays(1)).orElseThrow().amount())
        .isEqualTo(Money.of("35", "USD"));
  }

  @Test
  void aPriceOfTheFutureLeavesTheListPriceInForce() {
    PriceBook book = book(stated(E3, "35", "USD", PriceOrigin.ENTERED, "2027-01-01"));
    assertThat(book.price(E3, TODAY).orElseThrow().origin()).isEqualTo(PriceOrigin.BUILT_IN);
  }

  @Test
  void pricesInEurosMakeListPricesUnknown() {
    PriceBook book = book(stated(E3, "36.40", "EUR", PriceOrigin.ENTERED, "2026-01-01"));
    assertThat(book.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(book.price(E5, TODAY)).isEmpty();
  }

  @Test
  void eachSegmentHasItsOwnPrices() {
    StatedPrice commercial = stated(E3, "31", "USD", PriceOrigin.ENTERED, "2026-01-01");
    StatedPrice nonprofit =
        stated(E3, "9", "USD", PriceOrigin.IMPORTED, "2026-01-01").in(Segment.NONPROFIT);
    List<StatedPrice> both = List.of(commercial, nonprofit);
    assertThat(book(commercial, nonprofit).price(E3, TODAY).orElseThrow().amount())
        .isEqualTo(Money.of("31", "USD"));
    PriceBook charity = new PriceBook(SkuCatalog.builtIn(), both, Segment.NONPROFIT);
    assertThat(charity.price(E3, TODAY).orElseThrow().amount()).isEqualTo(Money.of("9", "USD"));
    assertThat(charity.price(E5, TODAY)).as("list prices are commercial").isEmpty();
    PriceBook school = new PriceBook(SkuCatalog.builtIn(), both, Segment.EDUCATION);
    assertThat(school.price(E3, TODAY)).isEmpty();
  }

  @Test
  void twoCurrenciesNeverMeet() {
    StatedPrice euros = stated(E3, "36", "EUR", PriceOrigin.ENTERED, "2026-01-01");
    StatedPrice dollars = stated(E5, "60", "USD", PriceOrigin.ENTERED, "2026-01-01");
    assertThatThrownBy(() -> book(euros, dollars)).isInstanceOf(IllegalArgumentException.class);
  }
}
