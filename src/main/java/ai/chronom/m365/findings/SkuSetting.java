package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the admin decided about one product.
 *
 * @param excluded no rule looks at it and it counts as no money
 * @param buffer spare units to keep; null for the tenant's general buffer
 * @param minimum units that a contract obliges to keep; null for none
 */
public record SkuSetting(
    SkuId skuId, boolean excluded, @Nullable Integer buffer, @Nullable Integer minimum) {
  private static final int UNITS_MAX = 1_000_000;

  public static SkuSetting none(SkuId sku) {
    return new SkuSetting(sku, false, null, null);
  }

  /** Whether it says nothing that would not hold anyway. */
  public boolean standard() {
    return !excluded && buffer == null && minimum == null;
  }

  /** Throws a {@link Problem} that names each number out of range. */
  SkuSetting checked() {
    List<FieldError> errors = new ArrayList<>();
    check("buffer", buffer, errors);
    check("minimum", minimum, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return this;
  }

  private static void check(String field, @Nullable Integer units, List<FieldError> errors) {
    if (units != null && (units < 0 || units > UNITS_MAX)) {
      errors.add(
          new FieldError(field, "0 to " + UNITS_MAX + " units expected, " + units + " given."));
    }
  }

  /** As the audit trail says it. */
  String words() {
    return skuId
        + (excluded ? " excluded" : "")
        + " buffer "
        + said(buffer)
        + " minimum "
        + said(minimum);
  }

  private static String said(@Nullable Integer units) {
    return units == null ? "none" : units.toString();
  }
}
