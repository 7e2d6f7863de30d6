package ai.chronom.m365.scan;

import java.util.Locale;

/** What a list of accounts can be narrowed to. */
public enum AccountState {
  LICENSED("seats > 0"),
  ALL("1 = 1"),
  UNLICENSED("seats = 0"),
  DISABLED("not account_enabled and seats > 0"),
  GUEST("user_type = 'Guest' and seats > 0");

  private final String condition;

  AccountState(String condition) {
    this.condition = condition;
  }

  /** The word in an address: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String condition() {
    return condition;
  }
}
