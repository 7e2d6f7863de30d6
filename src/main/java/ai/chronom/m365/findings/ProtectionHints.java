package ai.chronom.m365.findings;

import ai.chronom.m365.scan.AccountLine;
import ai.chronom.m365.scan.AccountQuery;
import ai.chronom.m365.scan.AccountState;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the list of protected accounts may lack, by the newest snapshot: suggestions, and nothing
 * happens by themselves. Names are looked up by how they begin, so a million accounts are not read.
 */
@ApplicationScoped
public class ProtectionHints {
  /** The same in every tenant. */
  static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  /** Who has more of one sort, makes a rule of it and imports a list. */
  private static final int OF_EACH = 50;

  @Inject Snapshots snapshots;
  @Inject SettingsBook settings;

  /** By name; empty before the first scan. Who is on the list already is not among them. */
  public List<ProtectionHint> of(TenantId tenantId) {
    OptionalLong scan = snapshots.latestId(tenantId);
    if (scan.isEmpty()) {
      return List.of();
    }
    Map<String, ProtectionHint> found = new LinkedHashMap<>();
    unusedAdministrators(scan.getAsLong()).forEach(hint -> found.put(hint.userId(), hint));
    named(scan.getAsLong()).forEach(hint -> found.putIfAbsent(hint.userId(), hint));
    Set<String> listed = listed(tenantId);
    return found.values().stream()
        .filter(hint -> !listed.contains(hint.userId()))
        .filter(hint -> !listed.contains(IdentityClasses.lower(hint.userPrincipalName())))
        .sorted(Comparator.comparing(ProtectionHint::userPrincipalName))
        .toList();
  }

  private Set<String> listed(TenantId tenantId) {
    return settings.entries(tenantId).stream()
        .filter(entry -> entry.list() == PeopleList.PROTECTED)
        .filter(entry -> entry.kind() == MemberKind.ACCOUNT)
        .map(ListEntry::member)
        .collect(Collectors.toSet());
  }

  private List<ProtectionHint> named(long scan) {
    List<ProtectionHint> hints = new ArrayList<>();
    for (String begin : IdentityClasses.PROTECTED_BEGINNINGS) {
      AccountQuery query =
          new AccountQuery(begin, AccountState.LICENSED, null, null, false, OF_EACH);
      snapshots.accounts(scan, query).accounts().stream()
          .filter(line -> IdentityClasses.looksProtected(line.userPrincipalName()))
          .map(ProtectionHints::byName)
          .forEach(hints::add);
    }
    return hints;
  }

  private static ProtectionHint byName(AccountLine line) {
    return new ProtectionHint(
        line.id(), line.userPrincipalName(), line.displayName(), ProtectionHint.Why.NAME);
  }

  private List<ProtectionHint> unusedAdministrators(long scan) {
    List<String> holders = snapshots.holdersWithoutMailbox(scan, GLOBAL_ADMINISTRATOR, OF_EACH);
    return snapshots
        .of(scan)
        .map(
            snapshot ->
                snapshot.users().findAll(holders).stream()
                    .filter(user -> snapshot.signInsKnown() && unused(user))
                    .map(ProtectionHints::administrator)
                    .toList())
        .orElse(List.of());
  }

  /** Nobody ever signed in. */
  private static boolean unused(ScannedUser user) {
    return user.mail() == null
        && user.signIns() != null
        && LastActivity.dates(user.signIns()).isEmpty();
  }

  private static ProtectionHint administrator(ScannedUser user) {
    return new ProtectionHint(
        user.id(),
        user.userPrincipalName(),
        user.displayName(),
        ProtectionHint.Why.UNUSED_ADMINISTRATOR);
  }
}
