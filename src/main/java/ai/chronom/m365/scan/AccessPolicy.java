package ai.chronom.m365.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Conditional Access policy, as far as it says whom it covers.
 *
 * @param state as Microsoft says it, such as {@code enabled}
 * @param byRisk whether it looks at the risk of a user or a sign-in, which needs Entra ID P2
 * @param subjects by Microsoft's words, such as {@code includeUsers}
 */
public record AccessPolicy(
    String id,
    @Nullable String name,
    @Nullable String state,
    boolean byRisk,
    Map<String, Set<String>> subjects) {
  /** Whom a policy takes in or leaves out, in Microsoft's words. */
  static final List<String> KINDS =
      List.of(
          "includeUsers",
          "excludeUsers",
          "includeGroups",
          "excludeGroups",
          "includeRoles",
          "excludeRoles");

  private static final String ALL = "All";

  public AccessPolicy {
    subjects = Map.copyOf(subjects);
  }

  /** The same with whom it covers. */
  AccessPolicy with(Map<String, Set<String>> whom) {
    return new AccessPolicy(id, name, state, byRisk, whom);
  }

  /** In force, or tried out: both watch the people that they cover. */
  public boolean watches() {
    return state != null && !state.equals("disabled");
  }

  /**
   * Whether somebody may be covered: who is in a group cannot be seen, so a group that is taken in
   * may hold everybody, and one that is left out nobody.
   */
  public boolean mayCover(String userId, List<DirectoryRole> roles) {
    if (of("excludeUsers").contains(userId) || holds(of("excludeRoles"), roles)) {
      return false;
    }
    return of("includeUsers").contains(ALL)
        || of("includeUsers").contains(userId)
        || !of("includeGroups").isEmpty()
        || holds(of("includeRoles"), roles);
  }

  private static boolean holds(Set<String> wanted, List<DirectoryRole> roles) {
    return roles.stream().map(DirectoryRole::templateId).anyMatch(wanted::contains);
  }

  private Set<String> of(String kind) {
    return subjects.getOrDefault(kind, Set.of());
  }
}
