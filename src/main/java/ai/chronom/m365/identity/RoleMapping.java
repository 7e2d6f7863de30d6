package ai.chronom.m365.identity;

import ai.chronom.m365.audit.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which role here the members of a group there have. */
public final class RoleMapping {
  /** The key's beginning; what follows is a group, or a role. */
  public static final String PREFIX = "chronom.oidc.role-mapping.";

  /** From most to least. */
  public static final List<String> ROLES = List.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);

  private final Map<String, String> roles;

  private RoleMapping(Map<String, String> roles) {
    this.roles = Map.copyOf(roles);
  }

  /**
   * Reads both forms: a group's role ({@code finance=viewer}), and, for groups whose name fits into
   * no key, a role's groups ({@code viewer=Finance Team, /sales}). Throws an IllegalStateException
   * with a sentence for people.
   *
   * @param values by what follows the prefix
   */
  public static RoleMapping of(Map<String, String> values) {
    Map<String, String> roles = new TreeMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              String text = value.strip();
              if (ROLES.contains(text)) {
                roles.merge(GroupNames.plain(name), text, RoleMapping::higher);
              } else if (ROLES.contains(name)) {
                GroupNames.listed(text)
                    .forEach(group -> roles.merge(group, name, RoleMapping::higher));
              } else {
                throw new IllegalStateException(
                    PREFIX
                        + name
                        + " is \""
                        + text
                        + "\", but admin, operator or viewer is expected");
              }
            });
    if (roles.isEmpty()) {
      throw new IllegalStateException(
          PREFIX + "<group> must be set at least once, or single sign-on would let nobody in");
    }
    return new RoleMapping(roles);
  }

  /** The highest that the groups give; empty when none of them gives any. */
  public Optional<String> role(Collection<String> groups) {
    return groups.stream()
        .map(GroupNames::plain)
        .flatMap(group -> Optional.ofNullable(roles.get(group)).stream())
        .reduce(RoleMapping::higher);
  }

  private static String higher(String one, String other) {
    return ROLES.indexOf(one) <= ROLES.indexOf(other) ? one : other;
  }
}
