package ai.chronom.m365.license;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price as somebody typed it, unchecked.
 *
 * @param validFrom today when absent
 * @param segment commercial when absent
 */
public record PriceForm(
    @Nullable String skuId,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String validFrom,
    @Nullable String source,
    @Nullable String segment) {

  /** Throws a {@link Problem} when it is no product's GUID. */
  public static SkuId sku(String given) {
    PriceFields fields = new PriceFields("");
    return fields.sku(given).orElseThrow(() -> Problem.invalid(fields.errors()));
  }

  /** Commercial when none is given. Throws a {@link Problem} when there is no such segment. */
  public static Segment segment(@Nullable String given) {
    PriceFields fields = new PriceFields("");
    return fields.segment(given).orElseThrow(() -> Problem.invalid(fields.errors()));
  }

  /** Throws a {@link Problem} that names each wrong field. */
  public StatedPrice entered(Actor actor, Instant now) {
    PriceFields fields = new PriceFields("");
    Optional<StatedPrice> price = stated(fields, PriceOrigin.ENTERED, actor, now);
    return price.orElseThrow(() -> Problem.invalid(fields.errors()));
  }

  /** Adds to the errors what is wrong, and is empty then. */
  Optional<StatedPrice> imported(String row, Actor actor, Instant now, List<FieldError> errors) {
    PriceFields fields = new PriceFields(row);
    Optional<StatedPrice> price = stated(fields, PriceOrigin.IMPORTED, actor, now);
    errors.addAll(fields.errors());
    return price;
  }

  private Optional<StatedPrice> stated(
      PriceFields fields, PriceOrigin origin, Actor actor, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Optional<SkuId> sku = fields.sku(skuId);
    Optional<BigDecimal> number = fields.amount(amount);
    Optional<Currency> code = fields.currency(currency);
    Optional<LocalDate> day = fields.validFrom(validFrom, today);
    Optional<String> words = fields.source(source, origin.word());
    Optional<Segment> buyer = fields.segment(segment);
    if (!fields.errors().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatedPrice(
            sku.orElseThrow(),
            new Money(number.orElseThrow(), code.orElseThrow()),
            day.orElseThrow(),
            origin,
            words.orElseThrow(),
            actor.name(),
            now,
            buyer.orElseThrow()));
  }
}
