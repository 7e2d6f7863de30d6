package ai.chronom.m365.findings;

import java.util.Set;

/**
 * Accounts that the tenant's admin put on a list, by user id.
 *
 * @param protectedAccounts never to be touched: emergency access, executives
 * @param onLeave away, and coming back
 */
public record TenantLists(Set<String> protectedAccounts, Set<String> onLeave) {
  public static final TenantLists NONE = new TenantLists(Set.of(), Set.of());

  public TenantLists {
    protectedAccounts = Set.copyOf(protectedAccounts);
    onLeave = Set.copyOf(onLeave);
  }
}
