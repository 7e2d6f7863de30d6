package ai.chronom.m365.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param page counted from 0
 * @param size items per page, 1 to 500
 */
public record PageRequest(int page, int size) {
  public static final int SIZE_MAX = 500;
  public static final int SIZE_DEFAULT = 50;
  private static final int DIGITS_MAX = 9;
  private static final int PAGE_MAX = 1_000_000;

  public PageRequest {
    List<FieldError> errors = new ArrayList<>();
    if (page < 0 || page > PAGE_MAX) {
      errors.add(new FieldError("page", "0 to " + PAGE_MAX + " expected, " + page + " given."));
    }
    if (size < 1 || size > SIZE_MAX) {
      errors.add(new FieldError("size", "1 to " + SIZE_MAX + " expected, " + size + " given."));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /** From the texts of an address; absent or empty means the first page of the default size. */
  public static PageRequest of(@Nullable String page, @Nullable String size) {
    List<FieldError> errors = new ArrayList<>();
    int wantedPage = number("page", page, 0, errors);
    int wantedSize = number("size", size, SIZE_DEFAULT, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new PageRequest(wantedPage, wantedSize);
  }

  private static int number(
      String field, @Nullable String text, int ifAbsent, List<FieldError> errors) {
    if (text == null || text.isEmpty()) {
      return ifAbsent;
    }
    if (text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      errors.add(new FieldError(field, "A whole number is expected, something else came."));
      return ifAbsent;
    }
    return Integer.parseInt(text);
  }

  /** Rows to skip. */
  public int offset() {
    return Math.multiplyExact(page, size);
  }
}
