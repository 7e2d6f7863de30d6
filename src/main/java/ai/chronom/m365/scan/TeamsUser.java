package ai.chronom.m365.scan;

import org.jspecify.annotations.Nullable;

/**
 * How Teams knows an account.
 *
 * @param accountType such as {@code user} or {@code resourceAccount}
 * @param voice whether it may call the telephone network at all
 * @param numbers how many telephone numbers it has
 * @param sharedCalling whether it calls by a number that it shares
 */
public record TeamsUser(
    @Nullable String accountType, boolean voice, int numbers, boolean sharedCalling) {
  private static final String RESOURCE_ACCOUNT = "resourceAccount";

  /** An auto attendant, a call queue or another application. */
  public boolean resourceAccount() {
    return RESOURCE_ACCOUNT.equalsIgnoreCase(accountType);
  }

  /** It can be called, or calls, by telephone: taking the license away would cut that off. */
  public boolean reachable() {
    return numbers > 0 || sharedCalling;
  }
}
