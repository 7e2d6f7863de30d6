package ai.chronom.m365.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of groups at the identity provider, as settings and tokens write them. */
public final class GroupNames {
  private GroupNames() {}

  /** Keycloak names a group by its path. */
  static String plain(String group) {
    return group.startsWith("/") ? group.substring(1) : group;
  }

  /** Those of a list with commas. */
  public static Set<String> listed(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .map(GroupNames::plain)
        .collect(Collectors.toUnmodifiableSet());
  }
}
