package ai.chronom.m365.scan;

import java.util.List;

/**
 * Some accounts of a snapshot, by principal name.
 *
 * @param earlier whether there are more before the first
 * @param later whether there are more behind the last
 */
public record AccountPage(List<AccountLine> accounts, boolean earlier, boolean later) {
  public static final AccountPage EMPTY = new AccountPage(List.of(), false, false);

  public AccountPage {
    accounts = List.copyOf(accounts);
  }
}
