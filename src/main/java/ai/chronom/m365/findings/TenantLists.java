package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.ScannedUser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * People and products that the tenant's admin put on a list.
 *
 * @param excluded products that no rule looks at and that count as no money
 */
public record TenantLists(Map<PeopleList, Members> people, Set<SkuId> excluded) {
  public static final TenantLists NONE = new TenantLists(Map.of(), Set.of());

  public TenantLists {
    people = Map.copyOf(people);
    excluded = Set.copyOf(excluded);
  }

  /** The same with these people on a list. */
  public TenantLists with(PeopleList list, Members members) {
    Map<PeopleList, Members> changed = new EnumMap<>(PeopleList.class);
    changed.putAll(people);
    changed.put(list, members);
    return new TenantLists(changed, excluded);
  }

  public boolean has(PeopleList list, ScannedUser user) {
    return people.getOrDefault(list, Members.NOBODY).has(user);
  }
}
