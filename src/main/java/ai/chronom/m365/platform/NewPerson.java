package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person that shall be able to sign in; the name as accounts have it. */
public record NewPerson(String name, String role) {
  /** The audit shows it: no blanks, no look-alikes; an e-mail address fits. */
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9._@+-]{0," + (Account.NAME_MAX_CHARS - 1) + "}");

  private static final Set<String> ROLES = Set.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);

  /** Throws a {@link Problem} that names each wrong value. */
  public static NewPerson of(@Nullable String typedName, @Nullable String role) {
    List<FieldError> errors = new ArrayList<>();
    String name = typedName == null ? "" : Accounts.canonical(typedName);
    if (!NAME.matcher(name).matches()) {
      errors.add(
          new FieldError(
              "name",
              "1 to 100 letters a to z, digits, dots, hyphens, underscores, + and @ are"
                  + " expected, such as anna.berg."));
    }
    if (role == null || !ROLES.contains(role)) {
      errors.add(new FieldError("role", "admin, operator or viewer is expected."));
    }
    if (!errors.isEmpty() || role == null) {
      throw Problem.invalid(errors);
    }
    return new NewPerson(name, role);
  }
}
