package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Reach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token that somebody wants.
 *
 * @param expiresOn the last day in UTC on which it works; forever when absent
 * @param reach which tenants it sees
 */
public record NewToken(String name, String role, @Nullable LocalDate expiresOn, Reach reach) {
  /** The audit and logs show it as {@code token:<name>}: no blanks, no look-alikes. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (ApiToken.NAME_MAX_CHARS - 1) + "}");

  private static final Set<String> ROLES = Set.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);

  /** One that sees all tenants. */
  public NewToken(String name, String role, @Nullable LocalDate expiresOn) {
    this(name, role, expiresOn, Reach.ALL);
  }

  /** Throws a {@link Problem} for an administrator that shall not see everything. */
  public NewToken within(Reach wanted) {
    requireAllForAdmin(role, wanted);
    return new NewToken(name, role, expiresOn, wanted);
  }

  static void requireAllForAdmin(String role, Reach wanted) {
    if (role.equals(Role.ADMIN) && !wanted.all()) {
      throw Problem.invalid("tenants", "An administrator sees all tenants; choose another role.");
    }
  }

  /** Throws a {@link Problem} that names each wrong value. */
  public static NewToken of(
      @Nullable String name,
      @Nullable String role,
      @Nullable LocalDate expiresOn,
      LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    if (name == null || !NAME.matcher(name).matches()) {
      errors.add(
          new FieldError(
              "name", "1 to 100 letters, digits, dots, hyphens and underscores are expected."));
    }
    if (role == null || !ROLES.contains(role)) {
      errors.add(new FieldError("role", "admin, operator or viewer is expected."));
    }
    if (expiresOn != null && expiresOn.isBefore(today)) {
      errors.add(new FieldError("expiresOn", "Today, " + today + ", or a later day is expected."));
    }
    if (!errors.isEmpty() || name == null || role == null) {
      throw Problem.invalid(errors);
    }
    return new NewToken(name, role, expiresOn);
  }
}
