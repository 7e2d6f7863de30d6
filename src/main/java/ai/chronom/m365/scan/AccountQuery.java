package ai.chronom.m365.scan;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a snapshot are wanted, by principal name; null means "any".
 *
 * @param text how the principal name or the display name begins, whatever the case
 * @param from id of an account: what comes next to it is wanted; null for the beginning
 * @param backward what comes before instead
 */
public record AccountQuery(
    @Nullable String text,
    AccountState state,
    @Nullable String department,
    @Nullable String from,
    boolean backward,
    int size) {
  /** Whether it narrows the licensed accounts, or widens them. */
  public boolean filtered() {
    return text != null || department != null || state != AccountState.LICENSED;
  }

  /** Whether it may pass over most accounts. */
  boolean narrow() {
    return department != null || state != AccountState.LICENSED && state != AccountState.ALL;
  }

  /** The same from behind that account. */
  public AccountQuery behind(@Nullable String id, int rows) {
    return new AccountQuery(text, state, department, id, false, rows);
  }
}
