package ai.chronom.m365.platform;

import ai.chronom.m365.identity.GroupNames;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tenants the members of a group at the identity provider see (ADR 125). Without any entry
 * administrators decide it person by person.
 */
final class TenantMapping {
  /** The key's beginning; what follows is a tenant's ID, or {@value #ALL}. */
  static final String PREFIX = "chronom.oidc.tenant-mapping.";

  static final String ALL = "all";
  static final TenantMapping NONE = new TenantMapping(Set.of(), Map.of());
  private static final String VARIABLE = "CHRONOM_OIDC_TENANT_MAPPING_";

  private final Set<String> seeAll;
  private final Map<TenantId, Set<String>> groups;

  private TenantMapping(Set<String> seeAll, Map<TenantId, Set<String>> groups) {
    this.seeAll = seeAll;
    this.groups = groups;
  }

  /** What follows the prefix in a property's name, or in that of an environment's variable. */
  static Optional<String> entry(String name) {
    if (name.startsWith(PREFIX)) {
      return Optional.of(name.substring(PREFIX.length()));
    }
    return name.startsWith(VARIABLE)
        ? Optional.of(name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-'))
        : Optional.empty();
  }

  /**
   * Throws an IllegalStateException with a sentence for people.
   *
   * @param values groups, separated by commas, by what follows the prefix
   */
  static TenantMapping of(Map<String, String> values) {
    Set<String> all = Set.of();
    Map<TenantId, Set<String>> some =
        new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      Set<String> members = GroupNames.listed(value.getValue());
      if (members.isEmpty()) {
        throw new IllegalStateException(
            PREFIX + value.getKey() + " is empty, but names of groups are expected");
      }
      if (value.getKey().equals(ALL)) {
        all = members;
      } else {
        some.put(tenant(value.getKey()), members);
      }
    }
    return new TenantMapping(all, some);
  }

  private static TenantId tenant(String name) {
    return TenantId.parse(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    PREFIX + name + " does not exist: a tenant's ID is expected, or " + ALL));
  }

  boolean decides() {
    return !seeAll.isEmpty() || !groups.isEmpty();
  }

  /** What the groups see of the tenants that are connected; nothing when no group is named. */
  Reach reach(Set<String> theirs, Predicate<TenantId> connected) {
    if (!Collections.disjoint(seeAll, theirs)) {
      return Reach.ALL;
    }
    return Reach.only(
        groups.entrySet().stream()
            .filter(entry -> !Collections.disjoint(entry.getValue(), theirs))
            .map(Map.Entry::getKey)
            .filter(connected)
            .collect(Collectors.toSet()));
  }
}
