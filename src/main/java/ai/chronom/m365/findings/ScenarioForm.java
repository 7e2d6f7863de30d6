package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody typed about another state of things, value by value; wrong ones are named. */
public final class ScenarioForm {
  private static final int UNITS_MAX = 1_000_000;
  private static final BigDecimal PRICE_MAX = new BigDecimal("1000000");
  private static final int PRICE_DIGITS = 4;
  private static final int DISMISSED_MAX = 500;

  private final Map<Threshold, Integer> thresholds = new EnumMap<>(Threshold.class);
  private final Map<SkuId, Integer> buffers = new HashMap<>();
  private final Map<SkuId, BigDecimal> prices = new HashMap<>();
  private final Set<String> dismissed = new HashSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @param field how the one who typed knows it
   */
  public void threshold(String field, String word, String given) {
    Optional<Threshold> threshold = Threshold.find(word);
    if (threshold.isEmpty()) {
      errors.add(new FieldError(field, "There is no threshold " + word + "."));
      return;
    }
    Threshold known = threshold.get();
    number(field, given, known.least(), known.most())
        .ifPresent(value -> thresholds.put(known, value));
  }

  public void buffer(String field, String sku, String given) {
    sku(field, sku)
        .ifPresent(
            id -> number(field, given, 0, UNITS_MAX).ifPresent(units -> buffers.put(id, units)));
  }

  public void price(String field, String sku, String given) {
    Optional<SkuId> id = sku(field, sku);
    try {
      BigDecimal price = new BigDecimal(given.strip());
      if (price.signum() < 0 || price.compareTo(PRICE_MAX) > 0 || price.scale() > PRICE_DIGITS) {
        errors.add(new FieldError(field, "A price from 0 to 1000000 is expected, such as 36.00."));
      } else {
        id.ifPresent(known -> prices.put(known, price));
      }
    } catch (NumberFormatException e) {
      errors.add(new FieldError(field, "A price such as 36.00 is expected."));
    }
  }

  public void dismiss(String field, String finding) {
    if (dismissed.size() >= DISMISSED_MAX) {
      errors.add(new FieldError(field, "At most " + DISMISSED_MAX + " findings are expected."));
    } else {
      dismissed.add(finding);
    }
  }

  private Optional<SkuId> sku(String field, String given) {
    try {
      return Optional.of(SkuId.of(given.strip()));
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError(field, "A product's GUID is expected."));
      return Optional.empty();
    }
  }

  private Optional<Integer> number(String field, String given, int least, int most) {
    try {
      int value = Integer.parseInt(given.strip());
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    errors.add(
        new FieldError(field, "A whole number from " + least + " to " + most + " is expected."));
    return Optional.empty();
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Only what is right, and differs from what holds now. */
  public Scenario scenario(TenantSettings now) {
    Map<Threshold, Integer> moved = new EnumMap<>(Threshold.class);
    moved.putAll(thresholds);
    moved.entrySet().removeIf(one -> now.thresholds().of(one.getKey()) == one.getValue());
    return new Scenario(moved, buffers, prices, dismissed);
  }
}
