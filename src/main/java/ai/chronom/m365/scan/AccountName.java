package ai.chronom.m365.scan;

import java.util.Comparator;

/**
 * One of the names of an account, in lower case.
 *
 * @param display whether it is the display name, not the principal name
 */
record AccountName(String key, String id, boolean display) {
  /** Before all names. */
  static final AccountName FIRST = new AccountName("", "", false);

  static final Comparator<AccountName> ORDER =
      Comparator.comparing(AccountName::key).thenComparing(AccountName::id);
}
