package ai.chronom.m365.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page of a list is wanted.
 *
 * @param page counted from 0
 * @param size items per page, 1 to 500
 */
public record PageRequest(int page, int size) {
  public static final int SIZE_MAX = 500;
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

  /** Rows to skip. */
  public int offset() {
    return Math.multiplyExact(page, size);
  }
}
