package ai.chronom.m365.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A failure that the user can put right. It carries no stack trace and no cause: both could carry a
 * secret, and neither helps the user.
 */
@ApplicationException(rollback = true)
public final class Problem extends RuntimeException {
  private final ProblemKind kind;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> facts;

  public Problem(
      ProblemKind kind, String detail, List<FieldError> errors, Map<String, String> facts) {
    super(detail, null, false, false);
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.facts = Map.copyOf(facts);
  }

  public Problem(ProblemKind kind, String detail) {
    this(kind, detail, List.of(), Map.of());
  }

  /** Values that need a correction, each named. */
  public static Problem invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1 ? errors.get(0).message() : errors.size() + " values need a correction.";
    return new Problem(ProblemKind.INVALID_INPUT, detail, errors, Map.of());
  }

  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  public static Problem notFound(String what) {
    return new Problem(ProblemKind.NOT_FOUND, what + " does not exist.");
  }

  public ProblemKind kind() {
    return kind;
  }

  /** What the user reads. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Empty unless single values are wrong. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Further members of the problem document, such as an AADSTS code; lower camel case keys. */
  public Map<String, String> facts() {
    return facts;
  }
}
