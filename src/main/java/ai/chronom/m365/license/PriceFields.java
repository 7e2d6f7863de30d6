package ai.chronom.m365.license;

import ai.chronom.m365.problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of one price and gathers what is wrong with them. */
final class PriceFields {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.][0-9]{1,4})?");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final int SOURCE_MAX_CHARS = 200;

  private final String prefix;
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @param prefix goes before each field's name, such as {@code "row 3: "}
   */
  PriceFields(String prefix) {
    this.prefix = prefix;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private <T> Optional<T> wrong(String field, String message) {
    errors.add(new FieldError(prefix + field, message));
    return Optional.empty();
  }

  Optional<SkuId> sku(@Nullable String given) {
    String text = strip(given);
    return GUID.matcher(text).matches()
        ? Optional.of(SkuId.of(text.toLowerCase(Locale.ROOT)))
        : wrong("skuId", "The product's GUID expected.");
  }

  Optional<BigDecimal> amount(@Nullable String given) {
    String text = strip(given);
    return AMOUNT.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : wrong(
            "amount",
            "A price per month such as 36.00 expected: digits, a point, at most four decimals.");
  }

  Optional<Currency> currency(@Nullable String given) {
    String text = strip(given);
    try {
      return CODE.matcher(text).matches()
          ? Optional.of(Currency.getInstance(text))
          : wrong("currency", "A currency code such as USD expected.");
    } catch (IllegalArgumentException e) {
      return wrong("currency", "A currency code of ISO 4217 expected.");
    }
  }

  /** Commercial when none is given. */
  Optional<Segment> segment(@Nullable String given) {
    String text = strip(given).toLowerCase(Locale.ROOT);
    Optional<Segment> known = text.isEmpty() ? Optional.of(Segment.COMMERCIAL) : Segment.find(text);
    return known.isPresent()
        ? known
        : wrong("segment", "commercial, education, nonprofit or government expected.");
  }

  /** The day itself when none is given. */
  Optional<LocalDate> validFrom(@Nullable String given, LocalDate today) {
    String text = strip(given);
    try {
      LocalDate day = text.isEmpty() ? today : LocalDate.parse(text);
      boolean bearable = day.getYear() >= 2000 && day.getYear() <= 2100;
      return bearable
          ? Optional.of(day)
          : wrong("validFrom", "A day between 2000 and 2100 expected.");
    } catch (DateTimeParseException e) {
      return wrong("validFrom", "A day such as 2026-07-01 expected.");
    }
  }

  Optional<String> source(@Nullable String given, String ifAbsent) {
    String text = strip(given);
    if (text.length() > SOURCE_MAX_CHARS || text.chars().anyMatch(Character::isISOControl)) {
      return wrong("source", "One line of at most " + SOURCE_MAX_CHARS + " characters expected.");
    }
    return Optional.of(text.isEmpty() ? ifAbsent : text);
  }

  private static String strip(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
