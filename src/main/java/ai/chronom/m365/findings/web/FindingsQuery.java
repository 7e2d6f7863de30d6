package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of an address, unchecked; empty ones are none. */
public final class FindingsQuery {
  private static final int USER_MAX_CHARS = 200;

  @QueryParam("rule")
  @Nullable String rule;

  @QueryParam("confidence")
  @Nullable String confidence;

  @QueryParam("state")
  @Nullable String state;

  @QueryParam("sku")
  @Nullable String sku;

  @QueryParam("user")
  @Nullable String user;

  /** Throws a {@link Problem} that names each wrong filter. */
  public FindingFilter filter() {
    List<FieldError> errors = new ArrayList<>();
    FindingFilter filter =
        new FindingFilter(
            read("rule", rule, RuleId::new, "R01 to R37", errors),
            word("confidence", confidence, Confidence.values(), Confidence::word, errors),
            word("state", state, FindingState.values(), FindingState::word, errors),
            read("sku", sku, SkuId::of, "a product's GUID", errors),
            read("user", user, FindingsQuery::bearable, "at most 200 characters", errors));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return filter;
  }

  private static String bearable(String text) {
    if (text.length() > USER_MAX_CHARS || text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("too long or not text");
    }
    return text;
  }

  private static <T> @Nullable T read(
      String field,
      @Nullable String text,
      Function<String, T> reader,
      String expected,
      List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text.strip());
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError(field, expected + " expected, something else came."));
      return null;
    }
  }

  private static <T> @Nullable T word(
      String field,
      @Nullable String text,
      T[] all,
      Function<T, String> words,
      List<FieldError> errors) {
    String expected = Arrays.stream(all).map(words).collect(Collectors.joining(", "));
    return read(
        field,
        text,
        given ->
            Arrays.stream(all)
                .filter(one -> words.apply(one).equals(given))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        expected,
        errors);
  }
}
