package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a list: named one by one, or by what the directory says of them. All in lower case.
 *
 * @param accounts user ids and user principal names
 */
public record Members(Set<String> accounts, Set<String> departments, Set<String> employeeTypes) {
  public static final Members NOBODY = new Members(Set.of(), Set.of(), Set.of());

  public Members {
    accounts = Set.copyOf(accounts);
    departments = Set.copyOf(departments);
    employeeTypes = Set.copyOf(employeeTypes);
  }

  public static Members accounts(String... accounts) {
    return new Members(Set.of(accounts), Set.of(), Set.of());
  }

  public boolean has(ScannedUser user) {
    return named(accounts, user.id())
        || named(accounts, user.userPrincipalName())
        || named(departments, user.department())
        || named(employeeTypes, user.employeeType());
  }

  private static boolean named(Set<String> names, @Nullable String name) {
    return name != null
        && !names.isEmpty()
        && names.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
