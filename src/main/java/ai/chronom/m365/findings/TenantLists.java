package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.ScannedUser;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People and products that the tenant's admin put on a list.
 *
 * @param excluded products that no rule looks at and that count as no money
 * @param leavers last days of work, by account; in lower case
 * @param uses who used what, where only the admin could find it out
 */
public record TenantLists(
    Map<PeopleList, Members> people,
    Set<SkuId> excluded,
    Map<String, LocalDate> leavers,
    Map<UsedProduct, UseList> uses) {
  public static final TenantLists NONE = new TenantLists(Map.of(), Set.of(), Map.of(), Map.of());

  public TenantLists {
    people = Map.copyOf(people);
    excluded = Set.copyOf(excluded);
    leavers = Map.copyOf(leavers);
    uses = Map.copyOf(uses);
  }

  /** The same with these people on a list. */
  public TenantLists with(PeopleList list, Members members) {
    Map<PeopleList, Members> changed = new EnumMap<>(PeopleList.class);
    changed.putAll(people);
    changed.put(list, members);
    return new TenantLists(changed, excluded, leavers, uses);
  }

  /** The same with such a list of use. */
  public TenantLists with(UsedProduct product, UseList list) {
    Map<UsedProduct, UseList> changed = new EnumMap<>(UsedProduct.class);
    changed.putAll(uses);
    changed.put(product, list);
    return new TenantLists(people, excluded, leavers, changed);
  }

  public Optional<UseList> use(UsedProduct product) {
    return Optional.ofNullable(uses.get(product));
  }

  /** The same with other last days of work. */
  public TenantLists with(Map<String, LocalDate> lastDays) {
    return new TenantLists(people, excluded, lastDays, uses);
  }

  /** The last day of work, where the admin knows of one. */
  Optional<LocalDate> lastDay(ScannedUser user) {
    return leavers.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(leavers.get(user.id().toLowerCase(Locale.ROOT)))
            .or(
                () ->
                    Optional.ofNullable(
                        leavers.get(user.userPrincipalName().toLowerCase(Locale.ROOT))));
  }

  public boolean has(PeopleList list, ScannedUser user) {
    return people.getOrDefault(list, Members.NOBODY).has(user);
  }
}
