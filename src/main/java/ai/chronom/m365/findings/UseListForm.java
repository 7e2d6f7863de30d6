package ai.chronom.m365.findings;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an activity list, unchecked.
 *
 * @param days how many days it covers
 * @param asOf the last day it covers; when absent the file may say it, else it is today
 */
public record UseListForm(@Nullable String product, @Nullable String days, @Nullable String asOf) {
  /** Those that the admin centers offer and that reach back far enough. */
  public static final List<Integer> PERIODS = List.of(90, 180);

  /** Throws a {@link Problem} when there is no such product. */
  public static UsedProduct product(String word) {
    return UsedProduct.find(word)
        .orElseThrow(() -> Problem.notFound("A product with an activity list"));
  }

  /** Throws a {@link Problem} that names each wrong field or line. */
  public UseList read(InputStream file, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Optional<UsedProduct> of = UsedProduct.find(text(product));
    if (of.isEmpty()) {
      errors.add(new FieldError("product", "visio, project or power-bi expected."));
    }
    if (PERIODS.stream().map(String::valueOf).noneMatch(text(days)::equals)) {
      errors.add(new FieldError("days", "90 or 180 expected, as chosen for the export."));
    }
    LocalDate last = asOf(today, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return UseListFile.read(file, of.orElseThrow(), Integer.parseInt(text(days)), last, today);
  }

  private @Nullable LocalDate asOf(LocalDate today, List<FieldError> errors) {
    if (text(asOf).isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text(asOf));
      if (day.isAfter(today)) {
        errors.add(new FieldError("asOf", "Today or an earlier day expected, " + day + " given."));
      }
      return day;
    } catch (DateTimeParseException e) {
      errors.add(new FieldError("asOf", "A date such as 2026-10-31 is expected."));
      return null;
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
